import { type Origin, repriced, unlikeRepriced } from '../audit/reprice.js';
import { differences } from '../audit/differences.js';
import type { Breakdown, LineOut } from '../breakdown/types.js';
import type { Books } from '../reference/books.js';
import { Ruleset } from '../ruleset.js';
import { shown } from '../shown.js';
import { readSoundRefund } from '../verify/refund.js';
import { describe } from '../verify/shape.js';
import { jsonOf, readSound } from '../verify/verify.js';
import { documentDigest } from './digest.js';
import { errorsOf } from './errors.js';
import { positionOf, type Units } from './position.js';
import { requestedOf, unitsBefore, unitsPlus } from './request.js';
import { minor, type Sale, saleOf } from './sale.js';
import { totalOf } from './sums.js';
import type { Refund, RefundError, Return, ReturnPolicy, ShippingRule } from './types.js';
import { writeRefund } from './write.js';

export interface RefundOptions {
  /** What is refunded of: the breakdown that was charged. */
  readonly breakdown: Breakdown;
  /** What comes back now; `all` that is still there. */
  readonly returns: readonly Return[] | 'all';
  /** The refund before this one, if goods came back before. */
  readonly after?: Refund;
  /** `rules` by default: as each promotion says. */
  readonly policy?: ReturnPolicy;
  /** `last` by default: shipping comes back with the last unit. */
  readonly shipping?: ShippingRule;
  /** The rules and the cart that the breakdown was made from; needed but for `keep` where no party pays or earns. */
  readonly origin?: Origin;
}

export type RefundResult =
  | { readonly ok: true; readonly refund: Refund }
  | { readonly ok: false; readonly errors: readonly RefundError[] };

/**
 * What is given back when goods of a priced cart come back, and what is taken back of who paid for discounts and who earned
 * commission. Synchronous and pure: the same options give the same bytes.
 *
 * The breakdown is tested first, with rules and cart priced again, and nothing is refunded of one that does not hold. The next
 * return takes this refund as `after`: whatever comes back in whatever order, all refunds together never give back more than was
 * paid, and give back exactly that once everything has come back (but for shipping that never does). Amounts are in minor units
 * inside, in the breakdown's form outside. Mistakes are values; only a caller without types gets a `TypeError`, for rules that
 * `compile` did not make.
 */
export function refund(options: RefundOptions): RefundResult {
  const { origin, policy = 'rules', shipping = 'last' } = options;
  if (origin !== undefined && !(origin.ruleset instanceof Ruleset))
    throw new TypeError('refund takes a ruleset that compile made');
  const unknown = unknownWords(policy, shipping);
  if (unknown.length > 0) return { ok: false, errors: unknown };
  const bought = boughtOf({ ...options, ...(origin && { origin: plainOrigin(origin) }) });
  if (!bought.ok) return bought;
  const { breakdown, books } = bought;
  const sale = saleOf(breakdown, books);
  const digest = documentDigest(breakdown);
  const earlier = earlierOf(options.after, breakdown, digest);
  if (!earlier.ok) return earlier;
  const before = unitsBefore(earlier.after);
  const forged = unlikeSale(earlier.after, sale, before);
  if (forged !== undefined) return { ok: false, errors: [forged] };
  const requested = requestedOf(options.returns, sale, before);
  if (!requested.ok) return requested;
  const units = unitsPlus(before, requested.units);
  const { after } = earlier;
  return {
    ok: true,
    refund: writeRefund({ sale, digest, policy, shipping, origin: bought.origin, after, before, units }),
  };
}

const POLICIES: readonly unknown[] = ['keep', 'retest', 'rules'] satisfies readonly ReturnPolicy[];
const SHIPPING: readonly unknown[] = ['last', 'share', 'never'] satisfies readonly ShippingRule[];

/** A caller without types may say anything. */
function unknownWords(policy: unknown, shipping: unknown): readonly RefundError[] {
  return [...unknownWord('policy', policy, POLICIES), ...unknownWord('shipping', shipping, SHIPPING)];
}

function unknownWord(path: string, found: unknown, words: readonly unknown[]): readonly RefundError[] {
  if (words.includes(found)) return [];
  const message = `\`${path}\` must be ${words.map((word) => `\`${String(word)}\``).join(', ')}, found ${shown(describe(jsonOf(found)))}`;
  return [{ code: 'RF0009', path, message }];
}

type Bought =
  | { readonly ok: true; readonly breakdown: Breakdown; readonly books?: Books; readonly origin?: Origin }
  | { readonly ok: false; readonly errors: readonly RefundError[] };

/** The breakdown, once it is certain that it holds, with its books where rules and cart are at hand. */
function boughtOf({ breakdown: input, origin, policy = 'rules' }: RefundOptions): Bought {
  const { breakdown, findings } = readSound(input);
  if (breakdown === undefined || findings.length > 0)
    return { ok: false, errors: errorsOf('RF0001', 'the breakdown does not hold', 'breakdown', findings) };
  if (origin === undefined) {
    const needed = whyOrigin(breakdown, policy);
    return needed === undefined ? { ok: true, breakdown } : { ok: false, errors: [needed] };
  }
  const again = repriced(breakdown, origin);
  const unlike = again.ok
    ? unlikeRepriced(breakdown, again.breakdown).filter(({ equation }) => equation !== 'place')
    : again.findings;
  if (!again.ok || unlike.length > 0)
    return { ok: false, errors: errorsOf('RF0004', NOT_MADE, 'breakdown', unlike) };
  return {
    ok: true,
    breakdown,
    books: again.books,
    origin,
  };
}

const NOT_MADE = 'the breakdown was not made from these rules and this cart';

/** The JSON of the cart: read once, so that it cannot be one thing to its checker and another when units are taken off. */
function plainOrigin({ ruleset, cart }: Origin): Origin {
  return { ruleset, cart: jsonOf(cart) as Origin['cart'] };
}

/** Without rules and cart there is nothing but what the breakdown says. */
function whyOrigin({ funding, commission }: Breakdown, policy: ReturnPolicy): RefundError | undefined {
  const need = (why: string): RefundError => ({
    code: 'RF0008',
    path: 'origin',
    message: `${why}: give the rules and the cart that the breakdown was made from`,
  });
  if (policy === 'retest') return need('what is kept can be priced alone only by its rules');
  if (policy === 'rules')
    return need('what happens when goods come back stands in the rules (or ask for `keep`)');
  if (Object.keys(funding).length > 0)
    return need('who pays for the discount on each line stands in the rules');
  if (Object.keys(commission).length > 0)
    return need('who earns commission on each line stands in the rules');
  return undefined;
}

type Earlier =
  | { readonly ok: true; readonly after: Refund | undefined }
  | { readonly ok: false; readonly errors: readonly RefundError[] };

/** The refund before this one, once it is certain that it holds and is of this breakdown. */
function earlierOf(input: unknown, breakdown: Breakdown, digest: string): Earlier {
  if (input === undefined) return { ok: true, after: undefined };
  const { refund: after, findings } = readSoundRefund(input);
  if (after === undefined || findings.length > 0)
    return { ok: false, errors: errorsOf('RF0002', 'the earlier refund does not hold', 'after', findings) };
  const isOf = after.breakdown === digest && isLike(after, breakdown);
  if (isOf) return { ok: true, after };
  const message = 'the earlier refund is of another breakdown';
  return { ok: false, errors: [{ code: 'RF0003', path: 'after.breakdown', message }] };
}

/** What was given and held back so far is what was paid for all that has come back, whatever the steps. */
function unlikeSale(after: Refund | undefined, sale: Sale, units: Units): RefundError | undefined {
  if (after === undefined) return undefined;
  const { total, shipping } = after;
  const told = totalOf([total.before, total.refund, total.heldBefore, total.held].map(minor));
  const goods = positionOf(sale, units, 'never').goods;
  if (told === goods + minor(shipping.before) + minor(shipping.back)) return undefined;
  const message =
    'the earlier refund does not hold: what was given back and held back so far is not what was paid for what came back';
  return { code: 'RF0002', path: 'after.total', message };
}

/** Whether a refund repeats what it repeats of its breakdown. */
function isLike(after: Refund, breakdown: Breakdown): boolean {
  const { lines, total, ruleset, at, currency, funding, commission } = breakdown;
  const told = [after.lines.map(unitsOf), after.total.paid, after.shipping.paid, after.ruleset, after.at];
  const is = [lines.map(unitsOf), total.pay, total.shipping, ruleset, at];
  const parties = { funding: wasOf(after.funding), commission: wasOf(after.commission) };
  return after.currency === currency && same(told, is) && same(parties, { funding, commission });
}

function unitsOf({ id, sku, quantity }: Pick<LineOut, 'id' | 'sku' | 'quantity'>): readonly unknown[] {
  return [id, sku, quantity];
}

function wasOf(parties: Refund['funding']): Breakdown['funding'] {
  return Object.fromEntries(Object.entries(parties).map(([party, { was }]) => [party, was]));
}

function same(told: unknown, is: unknown): boolean {
  return differences(is, told).next().done === true;
}
