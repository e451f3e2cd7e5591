import type { Breakdown, Total } from '../breakdown/types.js';
import type { Cart, CartError } from '../cart/types.js';
import type { Pricer } from '../pricer.js';
import { areAlike } from './alike.js';
import { compareBreakdowns } from './breakdowns.js';
import { entryOf } from './entries.js';
import { count } from './histogram.js';
import { add, noSums, SIDES, type Sides } from './sum.js';
import {
  type CartName,
  earliest,
  greatest,
  type GuaranteeTally,
  noGuarantee,
  type RefusedCart,
  SHOWN,
  type Tally,
  widened,
} from './tally.js';
import { countPromotions } from './tally-promotions.js';

/** How carts are priced on one side. */
export interface Pricing {
  readonly pricer: Pricer;
  /** The cart that what was read stands for. */
  readonly cart: (read: unknown) => unknown;
  /** What is wrong with it, as a sentence. */
  readonly told: (error: CartError) => string;
}

/** Whose rules refuse a cart, and what is wrong with it. */
export interface Refusal {
  readonly by: RefusedCart['by'];
  readonly mistakes: readonly Mistake[];
}

interface Mistake {
  readonly code: string;
  readonly message: string;
}

/**
 * Prices a cart by both rules, which have one currency, and counts what the one does otherwise than the other. Gives why it cannot,
 * where either refuses the cart; that is counted too.
 */
export function countCart(
  tally: Tally,
  name: CartName,
  read: unknown,
  { before, after }: Sides<Pricing>,
): Refusal | undefined {
  const [old, changed] = [checked(read, before), checked(read, after)];
  if (old.ok && changed.ok) {
    countPrices(tally, name, changed.cart.instant, {
      before: before.pricer.priceValid(inMinor(old.cart)),
      after: after.pricer.priceValid(inMinor(changed.cart)),
    });
    return undefined;
  }
  const refusal = refusalOf(mistakesIn(old, before), mistakesIn(changed, after));
  countRefused(
    tally,
    name,
    refusal.by,
    refusal.mistakes.map(({ message }) => message),
  );
  return refusal;
}

type Checked = ReturnType<Pricer['validate']>;

function checked(read: unknown, { pricer, cart }: Pricing): Checked {
  return pricer.validate(cart(read));
}

function mistakesIn(result: Checked, { told }: Pricing): readonly Mistake[] {
  return result.ok ? [] : result.errors.map((error) => ({ code: error.code, message: told(error) }));
}

/** What both rules find is told once. */
function refusalOf(before: readonly Mistake[], after: readonly Mistake[]): Refusal {
  const mistakes = new Map([...before, ...after].map((mistake) => [mistake.message, mistake]));
  const by = before.length === 0 ? 'after' : after.length === 0 ? 'before' : 'both';
  return { by, mistakes: [...mistakes.values()] };
}

/** Whole numbers of minor units are what can be summed. */
function inMinor(cart: Cart): Cart {
  return cart.minor ? cart : { ...cart, minor: true };
}

/** So many sentences are kept of what is wrong with a cart. */
const TOLD = 3;

/** Counts a cart that cannot be priced, and why. */
export function countRefused(
  tally: Tally,
  name: CartName,
  by: RefusedCart['by'],
  sentences: readonly string[],
): void {
  tally.refused[by] += 1;
  const last = tally.firstRefused.length < SHOWN ? undefined : tally.firstRefused.at(-1);
  if (last !== undefined && last.line < name.line) return;
  const messages = sentences.slice(0, TOLD);
  const refused = { ...name, by, messages, more: sentences.length - messages.length };
  tally.firstRefused = earliest([...tally.firstRefused, refused]);
}

/** Both breakdowns are in minor units. */
function countPrices(tally: Tally, name: CartName, instant: number, prices: Sides<Breakdown>): void {
  const { before, after } = prices;
  const change = (after.total.pay as number) - (before.total.pay as number);
  countKind(tally, change, before, after);
  count(tally.histogram, change);
  countPromotions(tally.promotions, before, after);
  for (const side of SIDES) countSide(tally, name, prices[side], side);
  tally.span = widened(tally.span, { instant, at: after.at });
  if (change !== 0) keepIfLarge(tally, name, change, prices);
}

function countKind(tally: Tally, change: number, before: Breakdown, after: Breakdown): void {
  if (change < 0) tally.cheaper += 1;
  else if (change > 0) tally.dearer += 1;
  else if (areAlike(before, after)) tally.same += 1;
  else tally.rearranged += 1;
}

type Side = keyof Sides<unknown>;

const AMOUNTS: readonly (keyof Total)[] = ['list', 'discount', 'shipping', 'pay'];

function countSide(tally: Tally, name: CartName, breakdown: Breakdown, side: Side): void {
  for (const amount of AMOUNTS) add(tally.total[amount][side], breakdown.total[amount] as number);
  for (const parties of ['funding', 'commission'] as const)
    for (const [party, amount] of Object.entries(breakdown[parties]))
      add(entryOf(tally[parties], party, noSums)[side], amount as number);
  countGuarantees(tally, name, breakdown, side);
}

/** A cart counts once, however many of its lines break a guarantee. */
function countGuarantees(tally: Tally, name: CartName, breakdown: Breakdown, side: Side): void {
  const { unchecked, violations } = breakdown;
  for (const title of new Set(violations.map(({ guarantee }) => guarantee))) {
    const guarantee = entryOf(tally.guarantees, title, noGuarantee);
    guarantee.broken[side] += 1;
    keepFirst(guarantee, name);
  }
  for (const title of new Set(unchecked.map(({ guarantee }) => guarantee)))
    if (title !== undefined) entryOf(tally.guarantees, title, noGuarantee).unchecked[side] += 1;
}

function keepFirst(guarantee: GuaranteeTally, name: CartName): void {
  const { first } = guarantee;
  if (first.some(({ line }) => line === name.line)) return;
  if (first.length < SHOWN || name.line < (first.at(-1)?.line ?? 0))
    guarantee.first = earliest([...first, name]);
}

function keepIfLarge(tally: Tally, name: CartName, change: number, prices: Sides<Breakdown>): void {
  const last = tally.largest.length < SHOWN ? undefined : tally.largest.at(-1);
  if (last !== undefined && Math.abs(change) < Math.abs(last.change)) return;
  const compared = compareBreakdowns(prices.before, prices.after);
  if (!compared.ok) throw new Error(compared.message);
  const { at } = prices.after;
  tally.largest = greatest([...tally.largest, { ...name, at, change, comparison: compared.comparison }]);
}
