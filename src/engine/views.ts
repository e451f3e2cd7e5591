import type {
  Adjustment,
  Applied,
  Breakdown,
  ChargeOut,
  CustomerText,
  Cut,
  LineOut,
  Money,
  Standing,
  Step,
  ThresholdMet,
} from '../breakdown/types.js';
import type { CartLine, Charge } from '../cart/types.js';
import type { Audit } from './audit.js';
import { type Grant, nameOf } from './grant.js';
import { detailOf } from './plain-steps.js';
import { printCuts, printMet, printSteps } from './print.js';
import { unitsOf } from './units.js';

/**
 * One applied promotion of a breakdown. What formed its amount is kept as numbers and told when it is first asked for, because a
 * checkout prices far more carts than anybody reads. `JSON.stringify`, or `toJSON`, gives the plain object.
 */
export class AppliedView {
  readonly #grant: Grant;
  readonly #audit: Audit;
  readonly #funding: Applied['funding'];

  constructor(grant: Grant, audit: Audit, funding: Applied['funding']) {
    this.#grant = grant;
    this.#audit = audit;
    this.#funding = funding;
  }

  get promotion(): string {
    return this.#grant.rule.id;
  }

  get title(): string | undefined {
    return this.#grant.rule.plan.title;
  }

  get kind(): Applied['kind'] {
    return this.#grant.rule.isCoupon ? 'coupon' : 'promotion';
  }

  get layer(): string | undefined {
    return this.#grant.rule.layerName;
  }

  get for(): Standing['for'] {
    return this.#grant.label;
  }

  get row(): Standing['row'] {
    return this.#grant.place;
  }

  get face(): Money {
    return this.#audit.printer.money(this.#grant.face);
  }

  get amount(): Money {
    return this.#audit.printer.money(this.#grant.amount);
  }

  get threshold(): ThresholdMet | undefined {
    return printMet(this.#grant, this.#audit);
  }

  get steps(): readonly Step[] {
    return printSteps(detailOf(this.#grant, this.#audit.partsOf(this.#grant)).steps, this.#audit);
  }

  get cuts(): readonly Cut[] | undefined {
    const cuts = this.#grant.detail?.cuts ?? [];
    return cuts.length > 0 ? printCuts(cuts, this.#audit.printer) : undefined;
  }

  get funding(): Applied['funding'] {
    return this.#funding;
  }

  get texts(): readonly CustomerText[] | undefined {
    return this.#grant.rule.plan.texts;
  }

  get file(): string {
    return this.#grant.rule.file;
  }

  get line(): number {
    return this.#grant.rule.plan.at[1];
  }

  /** The plain object, members in their order, absent ones left out. */
  toJSON(): Applied {
    const { title, layer, threshold, cuts, funding, texts } = this;
    return {
      promotion: this.promotion,
      ...(title !== undefined && { title }),
      kind: this.kind,
      ...(layer !== undefined && { layer }),
      ...nameOf(this.#grant),
      face: this.face,
      amount: this.amount,
      ...(threshold && { threshold }),
      steps: this.steps,
      ...(cuts && { cuts }),
      ...(funding && { funding }),
      ...(texts && { texts }),
      file: this.file,
      line: this.line,
    };
  }
}

/** What a line and a charge have in common. */
class CellView {
  readonly id: string;
  readonly #list: number;
  readonly #pay: number;
  readonly #cell: number;
  readonly #audit: Audit;

  constructor(id: string, list: number, pay: number, cell: number, audit: Audit) {
    this.id = id;
    this.#list = list;
    this.#pay = pay;
    this.#cell = cell;
    this.#audit = audit;
  }

  get list(): Money {
    return this.#audit.printer.money(this.#list);
  }

  get adjustments(): readonly Adjustment[] {
    return this.#audit.adjustmentsOf(this.#cell);
  }

  get pay(): Money {
    return this.#audit.printer.money(this.#pay);
  }

  protected unitsOf(quantity: number): LineOut['units'] {
    const { printer } = this.#audit;
    return unitsOf(this.#cell, this.#pay, quantity).map(({ count, left }) => ({
      count,
      pay: printer.money(left),
    }));
  }
}

/** One line of a breakdown. */
export class LineView extends CellView {
  readonly sku: string;
  readonly quantity: number;

  constructor({ id, sku, quantity, list }: CartLine, pay: number, cell: number, audit: Audit) {
    super(id, list, pay, cell, audit);
    this.sku = sku;
    this.quantity = quantity;
  }

  get units(): LineOut['units'] {
    return this.unitsOf(this.quantity);
  }

  toJSON(): LineOut {
    const { id, sku, quantity, list, adjustments, pay, units } = this;
    return { id, sku, quantity, list, adjustments, pay, units };
  }
}

/** One shipping charge of a breakdown. */
export class ChargeView extends CellView {
  constructor({ id, amount }: Charge, pay: number, cell: number, audit: Audit) {
    super(id, amount, pay, cell, audit);
  }

  toJSON(): ChargeOut {
    const { id, list, adjustments, pay } = this;
    return { id, list, adjustments, pay };
  }
}

/**
 * A breakdown as plain data: what its lines, charges and promotions keep as numbers told, every member its own. It says what `JSON.stringify` of the
 * breakdown says, and may be spread, cloned and compared.
 */
export function plainBreakdown(breakdown: Breakdown): Breakdown {
  return {
    ...breakdown,
    lines: breakdown.lines.map(plain),
    shipping: breakdown.shipping.map(plain),
    promotions: breakdown.promotions.map(plain),
  };
}

function plain<Told extends object>(told: Told): Told {
  return 'toJSON' in told ? (told as { toJSON(): Told }).toJSON() : told;
}
