import type { Breakdown } from '../breakdown/types.js';
import type { Constraint, Layer, Offer, Promotion, Ruleset, Test } from '../check/ruleset.js';

/** A part that limits what may be taken, and whose it is. */
export interface LimitPart {
  readonly part: object;
  readonly owner: Promotion | Layer | undefined;
}

/** Caps, floors, and limits of times and of units: of promotions, of layers, of all layers together. */
export function limitsIn({ promotions, layers, layersCap }: Ruleset): readonly LimitPart[] {
  return [
    ...promotions.flatMap((owner) => limitsOf(owner).map((part) => ({ part, owner }))),
    ...layers.flatMap((owner) => [...owner.caps, ...owner.floors].map((part) => ({ part, owner }))),
    ...(layersCap === undefined ? [] : [{ part: layersCap, owner: undefined }]),
  ];
}

function limitsOf(promotion: Promotion): readonly object[] {
  const bounds = [promotion.limits, ...offersOf(promotion).map(({ limits }) => limits)];
  const parts = bounds.flatMap(({ caps, times, units }) => [...caps, times, units]);
  return [...parts, ...promotion.floors].filter((part) => part !== undefined);
}

function offersOf({ opens }: Promotion): readonly Offer[] {
  if ('tiers' in opens) return opens.tiers.flatMap((tier) => tier.offers);
  return 'step' in opens ? opens.step.offers : opens.offers;
}

/** The tiers of a promotion that has several. */
export function tiersOf({ opens }: Promotion): readonly object[] {
  return 'tiers' in opens && opens.tiers.length > 1 ? opens.tiers : [];
}

const TESTS: ReadonlySet<unknown> = new Set<Test['op']>([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not-in',
  'has',
  'starts-with',
  'flag',
]);

/** Every test in a part of a ruleset, wherever it stands: in a condition, a scope, a pick, an amount of some lines. */
export function testsIn(part: unknown): readonly Test[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(testsIn);
  return 'op' in part && 'text' in part && TESTS.has(part.op) ? [part as Test, ...inside] : inside;
}

/** A ruleset without one of its limits; all else stays as it is. */
export function withoutLimit(ruleset: Ruleset, { part, owner }: LimitPart): Ruleset {
  if (owner === undefined) return without(ruleset, part);
  const bare = without(owner, part);
  const instead = <Owner extends Promotion | Layer>(each: Owner): Owner =>
    (each === owner ? bare : each) as Owner;
  return {
    ...ruleset,
    promotions: ruleset.promotions.map(instead),
    layers: ruleset.layers.map(instead),
  };
}

/** A ruleset in which a promotion stops nothing. */
export function withoutStop(ruleset: Ruleset, promotion: Promotion): Ruleset {
  const { stop: _, ...going } = promotion;
  return { ...ruleset, promotions: ruleset.promotions.map((each) => (each === promotion ? going : each)) };
}

function without<Whole>(whole: Whole, part: object): Whole {
  if (typeof whole !== 'object' || whole === null) return whole;
  if (Array.isArray(whole))
    return whole.filter((item) => item !== part).map((item: unknown) => without(item, part)) as Whole;
  const kept = Object.entries(whole).filter(([, value]) => value !== part);
  return Object.fromEntries(kept.map(([name, value]) => [name, without(value, part) as unknown])) as Whole;
}

/** Whether a refusal names a constraint. */
export function keptOut({ kind, members, text }: Constraint, { refused }: Breakdown): boolean {
  return refused.some(
    (each) =>
      each.reason === 'excluded' &&
      each.constraint === text &&
      (kind === 'alone' || members.includes(each.promotion ?? '')),
  );
}
