import type { Decimal } from 'decimal.js';
import type { Ruleset } from '../ruleset.js';
import { shownMoney, shownPercent } from './amounts.js';
import type { Lint } from './lint.js';
import { givesNoMore } from './tier-gives-no-more.js';
import type { Tier } from './tiers.js';

/** RK2006: a tier that gives less for what it asks than the one before it, so that two small orders get more than one. */
export const tierGivesLess: Lint = (subject) => {
  for (const [before, tier] of subject.neighbours) {
    const [rate, earlier] = [rateOf(tier), rateOf(before)];
    if (rate === undefined || earlier === undefined || rate.gte(earlier)) continue;
    if (givesNoMore(before, tier)) continue;
    subject.findings.add('RK2006', tier.span, {
      share: shownRate(rate, tier, subject.ruleset),
      before: shownRate(earlier, before, subject.ruleset),
      where: tier.where,
    });
  }
};

/** The sum that a tier takes for each unit, of money or of goods, that it asks for. */
function rateOf({ gives: [only, ...others], threshold }: Tier): Decimal | undefined {
  if (only?.kind !== 'sum scope' || others.length > 0 || threshold.isZero()) return undefined;
  return only.much.div(threshold);
}

function shownRate(rate: Decimal, { counts }: Tier, ruleset: Ruleset): string {
  return counts === 'money'
    ? `${shownPercent(rate.mul(100))}%`
    : `${shownMoney(rate, ruleset)} for each unit`;
}
