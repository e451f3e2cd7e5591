import type { Lint } from './lint.js';
import type { Tier } from './tiers.js';

/** RK2005: a tier that asks for more and gives no more. */
export const tierGivesNoMore: Lint = (subject) => {
  for (const [before, tier] of subject.neighbours) {
    if (givesNoMore(before, tier)) subject.findings.add('RK2005', tier.span, { where: tier.where });
  }
};

/** Whether each offer of a tier has a like in the one before that gives as much. */
export function givesNoMore(before: Tier, tier: Tier): boolean {
  if (before.gives.length < tier.gives.length) return false;
  return tier.gives.every((given) => {
    const like = before.gives.find((other) => other?.kind === given?.kind);
    return given !== undefined && like !== undefined && given.much.lte(like.much);
  });
}
