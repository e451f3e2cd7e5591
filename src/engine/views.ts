import type {
  Adjustment,
  Applied,
  Breakdown,
  CustomerText,
  Cut,
  LineOut,
  Money,
  Standing,
  Step,
  ThresholdMet,
} from '../breakdown/types.js';
import { type Grant, nameOf } from './grant.js';
import { detailOf, type GrantParts } from './plain-steps.js';
import { type Context, printCuts, printMet, printSteps } from './print.js';
import { unitsOf } from './units.js';

/** What the promotions of one breakdown are told from: the numbers of their parts, three for each: cell, base, amount. */
export interface Audit extends Context {
  readonly numbers: readonly number[];
}

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
    return printSteps(detailOf(this.#grant, this.#parts).steps, this.#audit);
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

  get #parts(): GrantParts {
    const { from, to } = this.#grant;
    const { numbers } = this.#audit;
    const count = to - from;
    const cells = new Array<number>(count);
    const bases = new Array<number>(count);
    const amounts = new Array<number>(count);
    for (let part = 0, index = from * 3; part < count; part += 1) {
      cells[part] = numbers[index++] as number;
      bases[part] = numbers[index++] as number;
      amounts[part] = numbers[index++] as number;
    }
    return { cells, bases, amounts };
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

/** One line of a breakdown in minor units; its units are told when they are asked for. */
export class LineView {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly list: number;
  readonly adjustments: readonly Adjustment[];
  readonly pay: number;

  constructor(
    id: string,
    sku: string,
    quantity: number,
    list: number,
    adjustments: readonly Adjustment[],
    pay: number,
  ) {
    this.id = id;
    this.sku = sku;
    this.quantity = quantity;
    this.list = list;
    this.adjustments = adjustments;
    this.pay = pay;
  }

  get units(): LineOut['units'] {
    return unitsOf(0, this.pay, this.quantity).map(({ count, left }) => ({ count, pay: left }));
  }

  toJSON(): LineOut {
    const { id, sku, quantity, list, adjustments, pay, units } = this;
    return { id, sku, quantity, list, adjustments, pay, units };
  }
}

/**
 * A breakdown as plain data: what its promotions keep as numbers told, every member its own. It says what `JSON.stringify` of the
 * breakdown says, and may be spread, cloned and compared.
 */
export function plainBreakdown(breakdown: Breakdown): Breakdown {
  return {
    ...breakdown,
    lines: breakdown.lines.map(plain),
    promotions: breakdown.promotions.map(plain),
  };
}

function plain<Told extends object>(told: Told): Told {
  return 'toJSON' in told ? (told as { toJSON(): Told }).toJSON() : told;
}
