import type {
  AddOn,
  Adjustment,
  Applied,
  Breakdown,
  ChargeOut,
  Gift,
  Hint,
  LineOut,
  Refused,
  Totals,
  Unchecked,
  Violation,
} from '../breakdown/types.js';
import type { CartLine, Charge } from '../cart/types.js';
import { multiply } from './exact.js';
import { addFunding, printParties } from './funding.js';
import { type Grant, nameOf } from './grant.js';
import type { Run } from './run.js';
import type { ByParty } from './settlement.js';
import { unitsOf } from './units.js';
import { AppliedView, type Audit, LineView } from './views.js';

/** What a breakdown carries that the run does not know. */
export interface Heading {
  readonly digest: string;
  readonly cartDigest: string | undefined;
  readonly optimal: boolean;
  readonly unknownCodes: readonly string[];
  readonly commission: ByParty | undefined;
  readonly violations: readonly Violation[];
  readonly unchecked: readonly Unchecked[];
  readonly hints: readonly Hint[] | undefined;
}

const NONE: readonly never[] = Object.freeze([]);
const NO_PARTIES: Breakdown['funding'] = Object.freeze({});

/** Section 6: the finished run as a breakdown. */
export function write(run: Run, heading: Heading): Breakdown {
  const { cart, printer, grants } = run;
  const { optimal, digest: ruleset, cartDigest, hints, violations } = heading;
  const { currency, at: instant } = cart;
  const columns = linkParts(run);
  const total = writeTotal(run);
  const lines = writeLines(columns, run);
  const shipping = writeCharges(columns, run);
  const promotions = writeApplied({ printer, lines, shipping, numbers: numbersOf(run) }, run);
  const refused = run.refusals.list(unknownCodes(heading.unknownCodes));
  const gifts = run.isGiving ? grants.flatMap((grant) => writeGifts(grant, run)) : NONE;
  const addOns = run.isGiving ? grants.flatMap((grant) => writeAddOns(grant, run)) : NONE;
  const funding = run.isFunded ? printParties(fundingOf(grants, run), printer) : NO_PARTIES;
  const commission = heading.commission ? printParties(heading.commission, printer) : NO_PARTIES;
  const unchecked = heading.unchecked.length > 0 ? [...run.unchecked, ...heading.unchecked] : run.unchecked;
  const told = { total, lines, shipping, promotions, refused, gifts };
  const settled = { funding, commission, violations, unchecked };
  if (cart.minor && cartDigest === undefined && !hints && addOns.length === 0)
    // Written out, because spreading members into an object costs ten times as much.
    return {
      reckon: 1,
      currency,
      amounts: 'minor',
      at: instant,
      ruleset,
      optimal,
      total,
      lines,
      shipping,
      promotions,
      refused,
      gifts,
      funding,
      commission,
      violations,
      unchecked,
    };
  return {
    reckon: 1,
    currency,
    ...(cart.minor && { amounts: 'minor' as const }),
    at: instant,
    ruleset,
    ...(cartDigest !== undefined && { cart: cartDigest }),
    optimal,
    ...told,
    ...(addOns.length > 0 && { addOns }),
    ...settled,
    ...(hints && { hints }),
  };
}

/** The finished run's totals. */
export function writeTotals(
  run: Run,
  ruleset: string,
  optimal: boolean,
  violations: readonly Violation[],
  unchecked: readonly Unchecked[],
): Totals {
  const { cart } = run;
  return {
    reckon: 1,
    currency: cart.currency,
    ...(cart.minor && { amounts: 'minor' as const }),
    at: cart.at,
    ruleset,
    optimal,
    total: writeTotal(run),
    violations,
    unchecked: [...run.unchecked, ...unchecked],
  };
}

function unknownCodes(codes: readonly string[]): readonly Refused[] {
  return codes.length === 0 ? NONE : codes.map((code) => ({ reason: 'unknown-code', code }));
}

function writeTotal({ lineCount, cellCount, lines, left, printer }: Run): Breakdown['total'] {
  let list = 0;
  let goods = 0;
  let shipping = 0;
  for (let line = 0; line < lineCount; line += 1) {
    list += (lines[line] as CartLine).list;
    goods += left[line] as number;
  }
  for (let cell = lineCount; cell < cellCount; cell += 1) shipping += left[cell] as number;
  return {
    list: printer.money(list),
    discount: printer.money(list - goods),
    shipping: printer.money(shipping),
    pay: printer.money(goods + shipping),
  };
}

// Lines and charges -----------------------------------------------------------------------------------------------

/** The parts of each cell in order of application: the first of them, and how many there are. */
class Columns {
  first: Int32Array = new Int32Array(64);
  last: Int32Array = new Int32Array(64);
  count: Int32Array = new Int32Array(64);
}

const KEPT = new Columns();

/** Strings the parts of every cell together. */
function linkParts({ grants, parts, cellCount }: Run): Columns {
  const columns = cellCount > KEPT.first.length ? wider(cellCount) : KEPT;
  const { first, last, count } = columns;
  for (let cell = 0; cell < cellCount; cell += 1) {
    first[cell] = -1;
    count[cell] = 0;
  }
  for (let index = 0; index < grants.length; index += 1) {
    const { from, to } = grants[index] as Grant;
    for (let part = from; part < to; part += 1) {
      if ((parts.amount[part] as number) === 0) continue;
      const cell = parts.cell[part] as number;
      if ((count[cell] as number) === 0) first[cell] = part;
      else parts.next[last[cell] as number] = part;
      last[cell] = part;
      count[cell] = (count[cell] as number) + 1;
      parts.grant[part] = index;
    }
  }
  return columns;
}

function wider(cells: number): Columns {
  const columns = new Columns();
  columns.first = new Int32Array(cells);
  columns.last = new Int32Array(cells);
  columns.count = new Int32Array(cells);
  return columns;
}

function writeLines(columns: Columns, run: Run): readonly LineOut[] {
  const { lines, lineCount } = run;
  const told = new Array<LineOut>(lineCount);
  for (let cell = 0; cell < lineCount; cell += 1)
    told[cell] = writeLine(lines[cell] as CartLine, cell, adjustmentsOf(cell, columns, run), run);
  return told;
}

function writeLine(
  { id, sku, quantity, list }: CartLine,
  cell: number,
  adjustments: readonly Adjustment[],
  { printer, left }: Run,
): LineOut {
  const pay = left[cell] as number;
  if (printer.isMinor) return new LineView(id, sku, quantity, list, adjustments, pay);
  const units = unitsOf(cell, pay, quantity);
  return {
    id,
    sku,
    quantity,
    list: printer.money(list),
    adjustments,
    pay: printer.money(pay),
    units: units.map((unit) => ({ count: unit.count, pay: printer.money(unit.left) })),
  };
}

function writeCharges(columns: Columns, run: Run): readonly ChargeOut[] {
  const { cart, lineCount, printer, left } = run;
  const { shipping } = cart;
  const told = new Array<ChargeOut>(shipping.length);
  for (let charge = 0; charge < shipping.length; charge += 1) {
    const { id, amount } = shipping[charge] as Charge;
    const cell = lineCount + charge;
    const adjustments = adjustmentsOf(cell, columns, run);
    told[charge] = { id, list: printer.money(amount), adjustments, pay: printer.money(left[cell] as number) };
  }
  return told;
}

function adjustmentsOf(cell: number, { first, count }: Columns, run: Run): readonly Adjustment[] {
  const found = count[cell] as number;
  if (found === 0) return NONE;
  const { next } = run.parts;
  const one = first[cell] as number;
  if (found === 1) return [adjust(one, run)];
  const two = next[one] as number;
  if (found === 2) return [adjust(one, run), adjust(two, run)];
  const three = next[two] as number;
  if (found === 3) return [adjust(one, run), adjust(two, run), adjust(three, run)];
  const told = [adjust(one, run), adjust(two, run), adjust(three, run)];
  for (let index = 3, part = next[three] as number; index < found; index += 1, part = next[part] as number)
    told.push(adjust(part, run));
  return told;
}

/** The shapes that most adjustments have are written in place, because spreading members costs ten times as much. */
function adjust(part: number, { parts, grants, printer }: Run): Adjustment {
  const { rule, label, place } = grants[parts.grant[part] as number] as Grant;
  const { id: promotion, layerName: layer } = rule;
  const amount = printer.money(parts.amount[part] as number);
  const base = printer.money(parts.base[part] as number);
  if (place !== undefined) {
    const name = nameOf({ label, place });
    return layer === undefined
      ? { promotion, ...name, amount, base }
      : { promotion, ...name, layer, amount, base };
  }
  if (layer === undefined)
    return label ? { promotion, for: label, amount, base } : { promotion, amount, base };
  return label ? { promotion, for: label, layer, amount, base } : { promotion, layer, amount, base };
}

// Promotions ------------------------------------------------------------------------------------------------------

/** The parts of all grants, three numbers for each, in an array of just that size. */
function numbersOf({ parts }: Run): readonly number[] {
  const { size, cell, base, amount } = parts;
  const numbers = new Array<number>(size * 3);
  for (let part = 0, index = 0; part < size; part += 1) {
    numbers[index++] = cell[part] as number;
    numbers[index++] = base[part] as number;
    numbers[index++] = amount[part] as number;
  }
  return numbers;
}

function writeApplied(audit: Audit, run: Run): readonly Applied[] {
  const { grants } = run;
  const told = new Array<Applied>(grants.length);
  for (let index = 0; index < grants.length; index += 1) {
    const grant = grants[index] as Grant;
    const isFunded = grant.rule.funding.length > 0;
    const funding = isFunded ? printParties(fundingOf([grant], run), run.printer) : undefined;
    // What is absent reads as undefined and is left out of the plain object.
    told[index] = new AppliedView(grant, audit, funding) as unknown as Applied;
  }
  return told;
}

/** How the grants are paid for, by party. */
function fundingOf(grants: readonly Grant[], run: Run): ByParty {
  const totals: ByParty = new Map();
  for (const grant of grants) addFunding(grant, run, totals);
  return totals;
}

/** Section 5, `give`: reported with its value where one SKU is named and the cart shows its list price. */
function writeGifts({ detail, rule }: Grant, { lines, printer }: Run): readonly Gift[] {
  return (detail?.given ?? []).flatMap(({ offer, count }) => {
    if (offer.kind !== 'give') return [];
    const [only, ...others] = offer.skus;
    const priced = others.length === 0 ? lines.find(({ sku }) => sku === only) : undefined;
    const worth = multiply(priced ? Math.floor(priced.list / priced.quantity) : 0, count);
    // More than an amount may be is not told.
    const value = priced && typeof worth === 'number' && { value: printer.money(worth) };
    return [{ promotion: rule.id, skus: offer.skus, count, ...value }];
  });
}

/** Add-ons on offer, whether or not the cart holds them. */
function writeAddOns({ detail, rule }: Grant, { printer }: Run): readonly AddOn[] {
  return (detail?.given ?? []).flatMap(({ offer, count, price = 0 }) =>
    offer.kind === 'add-on'
      ? [{ promotion: rule.id, sku: offer.sku, count, price: printer.money(price) }]
      : [],
  );
}
