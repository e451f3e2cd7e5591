import type { Constraint, Promotion } from '../ruleset.js';
import type { Lint } from './lint.js';
import { meet, spanOf } from './reach.js';

/** RK2105: `not with` or `allow` for promotions that are never active at the same time. */
export const idleConstraint: Lint = ({ findings, places, rules, ruleset }) => {
  const promotions = new Map(rules.map(({ promotion }) => [promotion.id, promotion]));
  for (const constraint of ruleset.constraints) {
    const span = places.get(constraint);
    const members = constraint.members.flatMap((id) => promotions.get(id) ?? []);
    if (span !== undefined && isIdle(constraint, members)) findings.add('RK2105', span, {});
  }
};

function isIdle({ count, kind }: Constraint, members: readonly Promotion[]): boolean {
  if (members.length < 2 || members.length <= count) return false;
  const [one, other] = members;
  if (kind === 'not-with') return one !== undefined && other !== undefined && !meet(one, other);
  return kind === 'allow' && mostAtOnce(members) <= count;
}

/** How many of the promotions are active at one time at most, counted as their windows open and close. */
function mostAtOnce(promotions: readonly Promotion[]): number {
  const turns = promotions.flatMap((promotion) => {
    const { from, until } = spanOf(promotion);
    return [
      { at: from, change: 1 },
      { at: until, change: -1 },
    ];
  });
  let active = 0;
  let most = 0;
  // At one instant what closes goes first: `until` is exclusive.
  for (const { change } of turns.toSorted((a, b) =>
    a.at === b.at ? a.change - b.change : a.at < b.at ? -1 : 1,
  )) {
    active += change;
    most = Math.max(most, active);
  }
  return most;
}
