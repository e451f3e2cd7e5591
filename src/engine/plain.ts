import type { Offer, PlanPromotion, Scalar } from '../plan/types.js';
import { bottom, compare, decimal, divide, type Exact, top } from './exact.js';
import { constantOf } from './expressions.js';

/**
 * A promotion of the plainest kind: constant amounts, constant caps, shares by value. Most of all promotions are, so they have a
 * way of their own to the same numbers, without an object for each step. `rule.plain` is there only where that holds.
 */
export interface Plain {
  readonly opens: 'always' | 'tiers' | 'steps';
  /** Ascending; one for `always` and `steps`. */
  readonly tiers: readonly PlainTier[];
}

/** What a tier asks for and gives. */
export interface Terms {
  /** Whole minor units; 0 where there is no threshold. */
  readonly needed: number;
  readonly on: 'scope' | 'lines' | 'charges';
  readonly how: 'take' | 'percent' | 'pay';
  /** Whole minor units, to take or to pay. */
  readonly amount: number;
  /** A percentage as a fraction of whole numbers. */
  readonly parts: number;
  readonly of: number;
  /** The least cap, where there is one. */
  readonly cap: number | undefined;
}

export interface PlainTier extends Terms {
  /** As a breakdown names the step. */
  readonly text: string;
  readonly percent: Exact;
  readonly caps: readonly number[];
}

/** A greater plain amount, taken for many steps or lines, might pass 2^53 - 1. */
const MOST_AMOUNT = 2 ** 33 - 1;

/** The plain form of a promotion, where it has one. */
export function plainOf(plan: PlanPromotion): Plain | undefined {
  const { limits, opens } = plan;
  if (plan.shipping || plan.floors || plan.budget || plan.allocation || limits?.times || limits?.units)
    return undefined;
  const caps = limits?.caps ?? [];
  if (plan.rounding?.of === 'price' || caps.some((cap) => cap.per !== 'standing')) return undefined;
  const shared = caps.map(({ amount }) => wholeOf(amount));
  switch (opens.kind) {
    case 'always':
      return plainIn('always', [tierOf(undefined, opens.offers, shared)]);
    case 'spend':
      return areLeft(opens.tiers) ? plainIn('tiers', spendTiers(opens.tiers, shared)) : undefined;
    case 'every-amount':
      return areLeft([opens.step]) ? plainIn('steps', spendTiers([opens.step], shared)) : undefined;
    default:
      return undefined;
  }
}

type SpendTiers = Extract<PlanPromotion['opens'], { kind: 'spend' }>['tiers'];

function spendTiers(
  tiers: SpendTiers,
  shared: readonly (number | undefined)[],
): readonly (PlainTier | undefined)[] {
  return tiers.map(({ amount, offers }) => tierOf(amount, offers, shared));
}

/** Whether every tier is measured alike, on what is left on the scope. */
function areLeft(tiers: SpendTiers): boolean {
  return tiers.every(
    ({ counting }) =>
      counting.op === 'measure' &&
      counting.what === 'left' &&
      counting.over === 'scope' &&
      counting.after === undefined &&
      counting.where === undefined,
  );
}

function plainIn(opens: Plain['opens'], tiers: readonly (PlainTier | undefined)[]): Plain | undefined {
  const found: PlainTier[] = [];
  for (const tier of tiers) {
    const last = found.at(-1);
    if (!tier || (last && last.needed >= tier.needed)) return undefined;
    found.push(tier);
  }
  // A percentage for each full step ends at 100 %, which the plain way does not reckon with.
  if (opens === 'steps' && found.some((tier) => tier.how !== 'take' || tier.needed === 0)) return undefined;
  return { opens, tiers: found };
}

/** A constant that is a whole number within 2^53, above or at 0. */
function wholeOf(scalar: Scalar): number | undefined {
  const value = constantOf(scalar);
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function tierOf(
  needed: Scalar | undefined,
  planned: readonly Offer[],
  shared: readonly (number | undefined)[],
): PlainTier | undefined {
  const [offer] = planned;
  const amount = needed ? wholeOf(needed) : 0;
  if (!offer || planned.length > 1 || amount === undefined) return undefined;
  const { limits } = offer;
  if (limits.times || limits.units || limits.caps.some((cap) => cap.per !== 'standing')) return undefined;
  const what = whatOf(offer);
  const caps = [...limits.caps.map((cap) => wholeOf(cap.amount)), ...shared];
  if (!what || caps.includes(undefined)) return undefined;
  // An amount off each line that a cap binds is spread anew by what it had formed: no plain case.
  if (what.on === 'lines' && what.how === 'take' && caps.length > 0) return undefined;
  const bounds = caps as readonly number[];
  return {
    needed: amount,
    text: offer.text,
    ...what,
    cap: bounds.length === 0 ? undefined : Math.min(...bounds),
    caps: bounds,
  };
}

type What = Pick<PlainTier, 'on' | 'how' | 'amount' | 'parts' | 'of' | 'percent'>;

function whatOf(offer: Offer): What | undefined {
  if (offer.kind === 'ship' && !offer.where) {
    if (offer.how.kind === 'take') return amountOf(offer.how.amount, 'charges');
    const price = wholeOf(offer.how.price);
    return price === undefined ? undefined : { ...NOTHING, on: 'charges', how: 'pay', amount: price };
  }
  if (offer.kind !== 'take' || offer.pick || offer.units || offer.off === 'unit') return undefined;
  return amountOf(offer.amount, offer.off === 'line' ? 'lines' : 'scope');
}

const NOTHING = { amount: 0, parts: 0, of: 1, percent: 0 } as const;

function amountOf(amount: Extract<Offer, { kind: 'take' }>['amount'], on: PlainTier['on']): What | undefined {
  if (amount.kind === 'money') {
    const value = wholeOf(amount.amount);
    return value === undefined || value > MOST_AMOUNT
      ? undefined
      : { ...NOTHING, on, how: 'take', amount: value };
  }
  if (amount.base || amount.percent.op !== 'constant') return undefined;
  const percent = decimal(String(amount.percent.value));
  if (compare(percent, 0) < 0 || compare(percent, 100) > 0) return undefined;
  const share = divide(percent, 100);
  return { on, how: 'percent', amount: 0, parts: Number(top(share)), of: Number(bottom(share)), percent };
}
