import type { Expression, Over, PromotionStatement, ThresholdClause } from '../syntax/ast.js';
import type { Context } from './context.js';
import { filterPlace, type Place } from './expressions/place.js';
import { shortText } from './expressions/text.js';
import { unknownScalar } from './expressions/value.js';
import { countAt, decimalOf, moneyAt } from './expressions/wanted.js';
import { capText } from './limits.js';
import { linesWhere } from './lines-where.js';
import { offerOf } from './offers.js';
import type { BuyTier, Floor, Offer, Opening, Scalar, SpendTier } from './ruleset.js';

/** What surrounds a promotion's thresholds. */
export interface OpenedBy {
  readonly place: Place;
  readonly forEach: boolean;
  /** What thresholds are measured on unless they say otherwise; `left` when nothing says. */
  readonly counting: Expression;
}

export interface CheckedOpening {
  readonly opens: Opening;
  /** Floors that stand after an offer bind the whole promotion. */
  readonly floors: readonly Floor[];
}

/** What opens a promotion's offers: rising tiers of one kind, one `every`, or one list of offers. */
export function openingOf(statement: PromotionStatement, by: OpenedBy, context: Context): CheckedOpening {
  const clauses = statement.clauses.filter(isThreshold);
  const [first] = clauses;
  if (first === undefined) {
    if (statement.damaged !== true) {
      context.findings.add('RK1061', statement.name.span, { name: statement.name.text });
    }
    return { opens: { kind: 'always', offers: [] }, floors: [] };
  }
  refuseMixed(first, clauses, context);
  refuseLastCap(clauses, context);
  const checked = clauses.map((clause) => oneOpening(clause, by, context));
  const opens = joined(checked.map((opening) => opening.opens));
  refuseFalling(clauses, opens, context);
  return { opens, floors: checked.flatMap((opening) => opening.floors) };
}

export function isThreshold(clause: PromotionStatement['clauses'][number]): clause is ThresholdClause {
  return THRESHOLDS.has(clause.kind);
}

const THRESHOLDS: ReadonlySet<string> = new Set(['spend', 'every-amount', 'buy', 'every-units', 'offers']);

/** Several `spend` or several `buy` are tiers; everything else stands once and alone. */
function refuseMixed(
  first: ThresholdClause,
  clauses: readonly ThresholdClause[],
  { findings }: Context,
): void {
  for (const clause of clauses.slice(1)) {
    if (clause.kind === first.kind && isTier(first)) continue;
    const isSame = wordOf(clause) === wordOf(first);
    const help =
      isSame && first.kind === 'offers' ? 'join the offers with `also`' : 'make it a promotion of its own';
    findings.add('RK1062', clause.span, {
      first: isSame ? 'another' : wordOf(first),
      second: wordOf(clause),
      help,
    });
  }
}

function isTier({ kind }: ThresholdClause): boolean {
  return kind === 'spend' || kind === 'buy';
}

function wordOf({ kind }: ThresholdClause): string {
  if (kind === 'offers') return 'an offer without threshold';
  return kind === 'spend' || kind === 'buy' ? `a threshold of \`${kind}\`` : '`every`';
}

/** A cap after the last of several tiers reads as if it held for all of them. */
function refuseLastCap(clauses: readonly ThresholdClause[], { findings }: Context): void {
  const caps = clauses.map(({ offers }) =>
    offers.flatMap(({ limits }) => limits.filter((limit) => limit.kind === 'capped')),
  );
  const [last] = caps.at(-1) ?? [];
  if (
    clauses.length < 2 ||
    !clauses.every(isTier) ||
    last === undefined ||
    caps.slice(0, -1).some((earlier) => earlier.length > 0)
  )
    return;
  findings.add('RK1064', last.span, { cap: capText(last) });
}

function refuseFalling(clauses: readonly ThresholdClause[], opens: Opening, { findings }: Context): void {
  const thresholds = thresholdsOf(opens).map(decimalOf);
  if (thresholds.length !== clauses.length) return;
  for (const [index, clause] of clauses.entries()) {
    const [before, now] = [thresholds[index - 1], thresholds[index]];
    if (before !== undefined && now !== undefined && now.lte(before)) findings.add('RK1063', clause.span, {});
  }
}

function thresholdsOf(opens: Opening): readonly Scalar[] {
  if (opens.kind === 'spend') return opens.tiers.map((tier) => tier.amount);
  return opens.kind === 'buy' ? opens.tiers.map((tier) => tier.units) : [];
}

function joined(openings: readonly Opening[]): Opening {
  const spends = openings.flatMap((opening) => (opening.kind === 'spend' ? opening.tiers : []));
  if (spends.length > 0) return { kind: 'spend', tiers: spends };
  const buys = openings.flatMap((opening) => (opening.kind === 'buy' ? opening.tiers : []));
  return buys.length > 0 ? { kind: 'buy', tiers: buys } : (openings[0] ?? { kind: 'always', offers: [] });
}

function oneOpening(clause: ThresholdClause, by: OpenedBy, context: Context): CheckedOpening {
  const { floors, offers } = offersOf(clause, by, context);
  switch (clause.kind) {
    case 'offers':
      return { opens: { kind: 'always', offers }, floors };
    case 'spend': {
      const tier = { ...spendOf(clause, by, context), offers };
      context.places.set(tier, clause.span);
      return { opens: { kind: 'spend', tiers: [tier] }, floors };
    }
    case 'every-amount':
      refusePricesBySteps(clause, context);
      return { opens: { kind: 'every-amount', step: { ...spendOf(clause, by, context), offers } }, floors };
    case 'buy': {
      refuseGroupOffers(clause, offers, context);
      const tier = { ...buyOf(clause, by, context), offers };
      context.places.set(tier, clause.span);
      return { opens: { kind: 'buy', tiers: [tier] }, floors };
    }
    case 'every-units':
      return { opens: { ...groupsOf(clause, by.place, context), offers }, floors };
  }
}

function offersOf(
  clause: ThresholdClause,
  { forEach, place }: OpenedBy,
  context: Context,
): { readonly offers: readonly Offer[]; readonly floors: readonly Floor[] } {
  const repeats = clause.kind === 'every-amount' || clause.kind === 'every-units';
  const onUnits = place.onUnits || clause.kind === 'every-units';
  const by = { place: { ...place, onUnits }, forEach, repeats };
  const checked = clause.offers.map((offer) => offerOf(offer, by, context));
  return { offers: checked.map(({ offer }) => offer), floors: checked.flatMap(({ floors }) => floors) };
}

function spendOf(
  clause: Extract<ThresholdClause, { kind: 'spend' | 'every-amount' }>,
  { counting, place }: OpenedBy,
  context: Context,
): Omit<SpendTier, 'offers'> {
  const word = clause.kind === 'spend' ? '`spend`' : '`every`';
  const amount = moneyAt(clause.amount, place, word, context);
  if (decimalOf(amount)?.isZero() === true) context.findings.add('RK1094', clause.amount.span, { word });
  const measured = moneyAt(
    clause.counting ?? counting,
    overPlace(clause.over, place, context),
    '`counting`',
    context,
  );
  return { amount, counting: measured };
}

function buyOf(
  clause: Extract<ThresholdClause, { kind: 'buy' }>,
  { place }: OpenedBy,
  context: Context,
): Omit<BuyTier, 'offers'> {
  const units = countAt(clause.units, place, '`buy`', context);
  const quantity: Expression = { kind: 'amount', what: 'quantity', span: clause.span };
  return {
    units,
    counting: context.expressions.value(quantity, overPlace(clause.over, place, context)).scalar,
  };
}

/** `over all lines` measures the whole cart, `over lines where …` a part of the standing. */
function overPlace(over: Over | undefined, place: Place, context: Context): Place {
  if (over === undefined) return place;
  if (over.where === undefined) return { ...place, over: 'cart' };
  return { ...place, narrowed: context.expressions.condition(over.where, filterPlace(place)) };
}

function groupsOf(
  clause: Extract<ThresholdClause, { kind: 'every-units' }>,
  place: Place,
  context: Context,
): Omit<Extract<Opening, { kind: 'every-units' }>, 'offers'> {
  const of = linesWhere(clause.of, clause.span, place, context);
  return {
    kind: 'every-units',
    units: countAt(clause.units, place, '`every … units`', context),
    ...(of === undefined ? {} : { of }),
    first: clause.first,
    ofAll: clause.ofAll,
  };
}

/** A price for the whole scope cannot be said once for each step; a pick takes its units anew for each. */
function refusePricesBySteps(
  { amount, offers }: Extract<ThresholdClause, { kind: 'spend' | 'every-amount' }>,
  { findings }: Context,
): void {
  for (const offer of offers) {
    if ((offer.kind !== 'pay' && offer.kind !== 'price') || offer.pick !== undefined) continue;
    findings.add('RK1083', offer.span, { word: offer.kind, amount: shortText(amount) });
  }
}

/** After `buy N` a sum, a price or a free unit reads as if it were for the N units, not for all of them. */
function refuseGroupOffers(
  clause: Extract<ThresholdClause, { kind: 'buy' }>,
  offers: readonly Offer[],
  { findings }: Context,
): void {
  const units = shortText(clause.units);
  for (const [index, { kind, span }] of clause.offers.entries()) {
    const offer = offers[index];
    if (offer === undefined) continue;
    const isSum =
      offer.kind === 'pay' && offer.amount.kind === 'money' && offer.amount.amount !== unknownScalar;
    if (isSum || kind === 'price' || kind === 'free') {
      findings.add('RK1082', span, { word: kind === 'free' ? 'make' : kind, units, offer: offer.text });
    }
  }
}
