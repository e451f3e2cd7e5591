import type {
  AddOn,
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
import { Audit } from './audit.js';
import { multiply } from './exact.js';
import { addFunding, printParties } from './funding.js';
import type { Grant } from './grant.js';
import type { Run } from './run.js';
import type { ByParty } from './settlement.js';
import { AppliedView, ChargeView, LineView } from './views.js';

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
  const audit = new Audit(run);
  const total = writeTotal(run);
  const lines = writeLines(audit, run);
  const shipping = writeCharges(audit, run);
  const promotions = writeApplied(audit, run);
  audit.lines = lines;
  audit.shipping = shipping;
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
  const { currency, at, minor } = run.cart;
  const total = writeTotal(run);
  const untested = run.unchecked.length + unchecked.length > 0 ? [...run.unchecked, ...unchecked] : NONE;
  return {
    reckon: 1,
    currency,
    ...(minor && { amounts: 'minor' as const }),
    at,
    ruleset,
    optimal,
    total,
    violations,
    unchecked: untested,
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

function writeLines(audit: Audit, { lines, lineCount, left }: Run): readonly LineOut[] {
  const told = new Array<LineOut>(lineCount);
  for (let cell = 0; cell < lineCount; cell += 1)
    told[cell] = new LineView(lines[cell] as CartLine, left[cell] as number, cell, audit);
  return told;
}

function writeCharges(audit: Audit, { cart, lineCount, left }: Run): readonly ChargeOut[] {
  const { shipping } = cart;
  const told = new Array<ChargeOut>(shipping.length);
  for (let charge = 0; charge < shipping.length; charge += 1) {
    const cell = lineCount + charge;
    told[charge] = new ChargeView(shipping[charge] as Charge, left[cell] as number, cell, audit);
  }
  return told;
}

// Promotions ------------------------------------------------------------------------------------------------------

function writeApplied(audit: Audit, run: Run): readonly Applied[] {
  const { grants } = run;
  const told = new Array<Applied>(grants.length);
  for (let index = 0; index < grants.length; index += 1) {
    const grant = grants[index] as Grant;
    const isFunded = run.isFunded && grant.rule.funding.length > 0;
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
