import type {
  AddOn,
  Adjustment,
  Applied,
  Breakdown,
  ChargeOut,
  Gift,
  Hint,
  LineOut,
  Refused as RefusedOut,
  Total,
} from '../breakdown/types.js';
import { amountOf, type Cell, type ChargeCell, type LineCell, totalOf, unitsOf } from './cells.js';
import { opens } from './gate.js';
import { testGuarantees } from './guarantees.js';
import type { Printer } from './print.js';
import { MOST_MONEY } from './rational.js';
import type { Refused, Run } from './run.js';
import { commissionOf } from './commission.js';
import { addParties, fundingOf, printParties } from './settlement.js';
import type { Grant } from './standing.js';

/** What a breakdown carries that the run does not know. */
export interface Heading {
  readonly digest: string;
  readonly cartDigest?: string;
  readonly optimal: boolean;
  readonly hints?: readonly Hint[];
}

/** Section 6: the finished run as a breakdown. */
export function write(run: Run, heading: Heading): Breakdown {
  const { cart, cells } = run.view;
  const { violations, unchecked } = testGuarantees(run.ruleset.guarantees, run);
  return {
    reckon: 1,
    currency: cart.currency,
    ...(cart.minor && { amounts: 'minor' as const }),
    at: cart.at,
    ruleset: heading.digest,
    ...(heading.cartDigest !== undefined && { cart: heading.cartDigest }),
    optimal: heading.optimal,
    total: writeTotal(run),
    lines: cells.lines.map((line) => writeLine(line, run)),
    shipping: cells.charges.map((charge) => writeCharge(charge, run)),
    promotions: run.applied.map((grant) => writeApplied(grant, run.printer)),
    refused: [...inOrder(run), ...unknownCodes(run)],
    gifts: run.applied.flatMap((grant) => writeGifts(grant, run)),
    ...addOnsMember(run),
    funding: printParties(
      addParties(run.applied.map((grant) => fundingOf(grant.stand.promotion, grant.parts))),
      run.printer,
    ),
    commission: printParties(commissionOf(run), run.printer),
    violations,
    unchecked: [...run.unchecked, ...unchecked],
    ...(heading.hints && { hints: heading.hints }),
  };
}

function writeTotal({ view, printer }: Run): Total {
  const { lines, charges } = view.cells;
  const list = lines.reduce((total, line) => total + line.list, 0n);
  const goods = totalOf(view.left, lines);
  const shipping = totalOf(view.left, charges);
  return {
    list: printer.money(list),
    discount: printer.money(list - goods),
    shipping: printer.money(shipping),
    pay: printer.money(goods + shipping),
  };
}

function writeLine(cell: LineCell, run: Run): LineOut {
  const { printer } = run;
  const left = amountOf(run.left, cell);
  const { id, sku, quantity } = cell.line;
  return {
    id,
    sku,
    quantity,
    list: printer.money(cell.list),
    adjustments: adjustmentsOf(cell, run),
    pay: printer.money(left),
    units: unitsOf(left, quantity).map((unit) => ({
      count: Number(unit.count),
      pay: printer.money(unit.left),
    })),
  };
}

function writeCharge(cell: ChargeCell, run: Run): ChargeOut {
  const { printer } = run;
  const pay = printer.money(amountOf(run.left, cell));
  return { id: cell.id, list: printer.money(cell.list), adjustments: adjustmentsOf(cell, run), pay };
}

function adjustmentsOf(cell: Cell, { applied, printer }: Run): readonly Adjustment[] {
  return applied
    .filter((grant) => grant.parts.has(cell))
    .map((grant) => ({
      ...nameOf(grant.stand.promotion, grant.stand.name),
      amount: printer.money(amountOf(grant.parts, cell)),
      base: printer.money(amountOf(grant.base, cell)),
    }));
}

type Named = Pick<Adjustment, 'promotion' | 'for' | 'row' | 'layer'>;

/** A ruleset without layers leaves `layer` out. */
function nameOf(
  promotion: { readonly id: string; readonly layer: string },
  name: Grant['stand']['name'],
): Named {
  return { promotion: promotion.id, ...name, ...(promotion.layer !== '' && { layer: promotion.layer }) };
}

function writeApplied(grant: Grant, printer: Printer): Applied {
  const { promotion, name } = grant.stand;
  const { title, kind, source } = promotion;
  const texts = promotion.texts.flatMap(({ kind: what, ...text }) =>
    what === 'note' ? [] : [{ kind: what, ...text }],
  );
  return {
    promotion: promotion.id,
    ...(title !== undefined && { title }),
    kind,
    ...(promotion.layer !== '' && { layer: promotion.layer }),
    ...name,
    face: printer.money(grant.face),
    amount: printer.money(grant.amount),
    ...(grant.met && { threshold: grant.met }),
    steps: grant.steps,
    ...(grant.cuts.length > 0 && { cuts: grant.cuts }),
    ...(promotion.funding.length > 0 && {
      funding: printParties(fundingOf(promotion, grant.parts), printer),
    }),
    ...(texts.length > 0 && { texts }),
    file: source.file,
    line: source.line,
  };
}

/** Section 5, `give`: reported with its value where one SKU is named and the cart shows its list price. */
function writeGifts({ given, stand }: Grant, { view, printer }: Run): readonly Gift[] {
  return given.flatMap(({ offer, count }) => {
    if (offer.kind !== 'give') return [];
    const [only, ...others] = offer.skus;
    const priced = others.length === 0 ? view.cells.lines.find((line) => line.line.sku === only) : undefined;
    const worth = priced ? (priced.list / BigInt(priced.line.quantity)) * count : 0n;
    // More than an amount may be is not told.
    const value = priced && worth <= MOST_MONEY ? { value: printer.money(worth) } : {};
    return [{ promotion: stand.promotion.id, skus: offer.skus, count: Number(count), ...value }];
  });
}

/** Add-ons on offer, whether or not the cart holds them. */
function addOnsMember(run: Run): Pick<Breakdown, 'addOns'> {
  const addOns = run.applied.flatMap(({ given, stand }) =>
    given.flatMap(({ offer, count, price = 0n }): readonly AddOn[] =>
      offer.kind === 'add-on'
        ? [
            {
              promotion: stand.promotion.id,
              sku: offer.sku,
              count: Number(count),
              price: run.printer.money(price),
            },
          ]
        : [],
    ),
  );
  return addOns.length > 0 ? { addOns } : {};
}

/** Refusals in order of evaluation: by promotion, then by standing. */
function inOrder({ ruleset, refused }: Run): readonly RefusedOut[] {
  const order = new Map(ruleset.promotions.map((promotion, index) => [promotion, index]));
  const promotion = (refusal: Refused): number => order.get(promotionOf(refusal)) ?? 0;
  const standing = (refusal: Refused): number => ('stand' in refusal ? refusal.stand.order : 0);
  return refused
    .toSorted((a, b) => promotion(a) - promotion(b) || standing(a) - standing(b))
    .map(writeRefused);
}

function promotionOf(refusal: Refused): Grant['stand']['promotion'] {
  return 'stand' in refusal ? refusal.stand.promotion : refusal.promotion;
}

function writeRefused(refusal: Refused): RefusedOut {
  const name = 'stand' in refusal ? refusal.stand.name : {};
  return { ...nameOf(promotionOf(refusal), name), ...refusal.refused };
}

/** An entered code that belongs to nothing is told, each once. */
function unknownCodes({ ruleset, view }: Run): readonly RefusedOut[] {
  const coupons = ruleset.promotions.filter((promotion) => promotion.kind === 'coupon');
  const unknown = view.cart.codes.filter((code) => !coupons.some((coupon) => opens(coupon.codes, code)));
  return [...new Set(unknown)].map((code) => ({ reason: 'unknown-code', code }));
}
