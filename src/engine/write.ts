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
  Unchecked,
  Violation,
} from '../breakdown/types.js';
import type { CartLine } from '../cart/types.js';
import type { Grant, Refusal } from './grant.js';
import { type Context, printCuts, printMet, printSteps, textsOf } from './print.js';
import { at } from './moment.js';
import type { Run } from './run.js';
import { addFunding, type ByParty, printParties } from './settlement.js';
import { unitsOf } from './units.js';

/** What a breakdown carries that the run does not know. */
export interface Heading {
  readonly digest: string;
  readonly cartDigest: string | undefined;
  readonly optimal: boolean;
  readonly unknownCodes: readonly string[];
  readonly commission: ByParty;
  readonly violations: readonly Violation[];
  readonly unchecked: readonly Unchecked[];
  readonly hints: readonly Hint[] | undefined;
}

/** Section 6: the finished run as a breakdown. */
export function write(run: Run, heading: Heading): Breakdown {
  const { cart, printer, grants } = run;
  const context = { printer, lines: cart.lines, shipping: cart.shipping };
  const addOns = grants.flatMap((grant) => writeAddOns(grant, run));
  return {
    reckon: 1,
    currency: cart.currency,
    ...(cart.minor && { amounts: 'minor' as const }),
    at: cart.at,
    ruleset: heading.digest,
    ...(heading.cartDigest !== undefined && { cart: heading.cartDigest }),
    optimal: heading.optimal,
    total: writeTotal(run),
    lines: cart.lines.map((line, cell) => writeLine(line, cell, run)),
    shipping: cart.shipping.map((_, charge) => writeCharge(charge, run)),
    promotions: grants.map((grant) => writeApplied(grant, context, run)),
    refused: [...inOrder(run.refusals), ...heading.unknownCodes.map(unknownCode)],
    gifts: grants.flatMap((grant) => writeGifts(grant, run)),
    ...(addOns.length > 0 && { addOns }),
    funding: printParties(fundingOf(grants, run), printer),
    commission: printParties(heading.commission, printer),
    violations: heading.violations,
    unchecked: [...run.unchecked, ...heading.unchecked],
    ...(heading.hints && { hints: heading.hints }),
  };
}

function unknownCode(code: string): Refused {
  return { reason: 'unknown-code', code };
}

function writeTotal(run: Run): Breakdown['total'] {
  const { lineCount, cellCount, lines, printer } = run;
  const list = lines.reduce((total, line) => total + line.list, 0);
  const goods = run.totalLeft(0, lineCount);
  const shipping = run.totalLeft(lineCount, cellCount);
  return {
    list: printer.money(list),
    discount: printer.money(list - goods),
    shipping: printer.money(shipping),
    pay: printer.money(goods + shipping),
  };
}

function writeLine({ id, sku, quantity, list }: CartLine, cell: number, run: Run): LineOut {
  const { printer, left } = run;
  const pay = at(left, cell);
  return {
    id,
    sku,
    quantity,
    list: printer.money(list),
    adjustments: adjustmentsOf(cell, run),
    pay: printer.money(pay),
    units: unitsOf(cell, pay, quantity).map((unit) => ({
      count: unit.count,
      pay: printer.money(unit.left),
    })),
  };
}

function writeCharge(charge: number, run: Run): ChargeOut {
  const { printer, left, cart, lineCount } = run;
  const { id = '', amount = 0 } = cart.shipping[charge] ?? {};
  const cell = lineCount + charge;
  return {
    id,
    list: printer.money(amount),
    adjustments: adjustmentsOf(cell, run),
    pay: printer.money(at(left, cell)),
  };
}

function adjustmentsOf(cell: number, { grants, printer }: Run): readonly Adjustment[] {
  return grants.flatMap(({ rule, name, cells, parts, bases }) => {
    const index = cells.indexOf(cell);
    if (index < 0) return [];
    return [
      {
        promotion: rule.id,
        ...name,
        ...(rule.layerName !== undefined && { layer: rule.layerName }),
        amount: printer.money(at(parts, index)),
        base: printer.money(at(bases, index)),
      },
    ];
  });
}

function writeApplied(grant: Grant, context: Context, run: Run): Applied {
  const { rule, name, cuts } = grant;
  const { printer } = run;
  const { title, coupon, at: place } = rule.plan;
  const met = printMet(grant, context);
  return {
    promotion: rule.id,
    ...(title !== undefined && { title }),
    kind: coupon === true ? 'coupon' : 'promotion',
    ...(rule.layerName !== undefined && { layer: rule.layerName }),
    ...name,
    face: printer.money(grant.face),
    amount: printer.money(grant.amount),
    ...(met && { threshold: met }),
    steps: printSteps(grant, context),
    ...(cuts.length > 0 && { cuts: printCuts(cuts, printer) }),
    ...(rule.funding.length > 0 && { funding: printParties(fundingOf([grant], run), printer) }),
    ...textsOf(rule),
    file: rule.file,
    line: place[1],
  };
}

/** How the grants are paid for, by party. */
function fundingOf(grants: readonly Grant[], run: Run): ByParty {
  const totals: ByParty = new Map();
  for (const { rule, cells, parts } of grants) addFunding(rule.settlement, cells, parts, run, totals);
  return totals;
}

/** Section 5, `give`: reported with its value where one SKU is named and the cart shows its list price. */
function writeGifts({ given, rule }: Grant, { lines, printer }: Run): readonly Gift[] {
  return given.flatMap(({ offer, count }) => {
    if (offer.kind !== 'give') return [];
    const [only, ...others] = offer.skus;
    const priced = others.length === 0 ? lines.find(({ sku }) => sku === only) : undefined;
    const value = priced && { value: printer.money(Math.floor(priced.list / priced.quantity) * count) };
    return [{ promotion: rule.id, skus: offer.skus, count, ...value }];
  });
}

/** Add-ons on offer, whether or not the cart holds them. */
function writeAddOns({ given, rule }: Grant, { printer }: Run): readonly AddOn[] {
  return given.flatMap(({ offer, count, price = 0 }) =>
    offer.kind === 'add-on'
      ? [{ promotion: rule.id, sku: offer.sku, count, price: printer.money(price) }]
      : [],
  );
}

/** Refusals in order of evaluation: by promotion, then by standing. */
function inOrder(refusals: readonly Refusal[]): readonly Refused[] {
  return [...refusals]
    .sort((a, b) => a.rule.ordinal - b.rule.ordinal || a.order - b.order)
    .map(({ rule, name, refused }) => ({
      promotion: rule.id,
      ...name,
      ...(rule.layerName !== undefined && { layer: rule.layerName }),
      ...refused,
    }));
}
