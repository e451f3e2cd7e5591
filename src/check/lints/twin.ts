import type { Condition, Promotion } from '../ruleset.js';
import { grouped } from './grouped.js';
import type { Lint } from './lint.js';
import type { Rule } from './rule.js';
import { meet } from './reach.js';

/** RK2102: a promotion entered twice. Coupons may be alike: their codes tell them apart. */
export const twin: Lint = ({ findings, twins }) => {
  for (const [rule, other] of twins) {
    const name = rule.statement.name;
    findings.add('RK2102', name.span, {
      name: name.text,
      other: other.statement.name.text,
      where: findings.whereIs(other.statement.name.span, name.span),
    });
  }
};

/** Promotions, each with the one before it that says the same and is active at a time when it is. */
export function twinsOf(rules: readonly Rule[]): ReadonlyMap<Rule, Rule> {
  const automatic = rules.filter(({ promotion }) => promotion.kind === 'promotion');
  const alike = [...grouped(automatic, ({ promotion }) => gistOf(promotion)).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => [...grouped(group, ({ promotion }) => contentOf(promotion)).values()]);
  return new Map(
    alike.flatMap(([first, ...others]) =>
      others.flatMap((rule, index) => {
        const other = others[index - 1] ?? first;
        return other !== undefined && meet(rule.promotion, other.promotion) ? [[rule, other] as const] : [];
      }),
    ),
  );
}

/** What twins share and others mostly do not, in few characters: what comes after it is worth comparing whole. */
function gistOf({ opens, scope }: Promotion): string {
  const offers =
    'offers' in opens
      ? opens.offers
      : opens.kind === 'every-amount'
        ? opens.step.offers
        : opens.tiers.flatMap((tier) => tier.offers);
  return [...offers.map(({ text }) => text), gistOfTest(scope.lines)].join(' ');
}

function gistOfTest(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  return 'text' in condition ? condition.text : condition.parts.map(gistOfTest).join(' ');
}

/** Longer lists are known by the names they are written with. */
const LONGEST_LIST = 50;

/** What a promotion is for and what it takes, whatever it is called and whenever it runs. */
function contentOf({ allocation, each, floors, limits, opens, rounding, scope, when }: Promotion): string {
  return JSON.stringify(
    [scope, when, each, opens, limits, floors, rounding, allocation],
    (key, value: unknown) =>
      key === 'items' && Array.isArray(value) && value.length > LONGEST_LIST ? value.length : value,
  );
}
