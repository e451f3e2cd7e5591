import type { Condition, Offer, Ruleset } from '../ruleset.js';
import { neverHolds } from '../expressions/never.js';
import { casesOf, numberOf } from './amounts.js';
import { both, type Domain, domainOf, isEmpty } from './domain.js';
import type { Lint, Subject } from './lint.js';
import type { Rule } from './rule.js';

/** RK2106: a promotion that no cart can bring about, by parts that exclude each other. */
export const neverApplies: Lint = (subject) => {
  for (const rule of subject.rules) {
    const found = reasonOf(rule, subject);
    if (found === undefined) continue;
    const { name } = rule.statement;
    subject.findings.add('RK2106', name.span, { name: name.text, ...found });
  }
};

interface Reason {
  readonly why: string;
  readonly help: string;
}

const CONDITIONS = 'check the values compared and the bounds named';

function reasonOf(rule: Rule, { ruleset }: Subject): Reason | undefined {
  const { attributes } = ruleset;
  const { scope, when } = rule.promotion;
  const lines = domainOf(scope.lines, attributes);
  if (saysNothing(scope.lines, lines))
    return { why: 'no line can be all that is asked of it', help: CONDITIONS };
  const buyers = domainOf(when, attributes);
  if (saysNothing(when, buyers)) return { why: 'its `when` asks what excludes itself', help: CONDITIONS };
  const part = partsOf(rule).find((each) => isEmpty(both(lines, domainOf(each, attributes))));
  if (part !== undefined)
    return {
      why: 'the lines its offer is for are not in its scope',
      help: 'let `on lines where …` admit them',
    };
  return thresholdsOutOfReach(rule, buyers) ?? offersNothing(rule, ruleset);
}

/** What the checker says of a single condition is not said again. */
function saysNothing(condition: Condition | undefined, domain: Domain): boolean {
  return condition !== undefined && isEmpty(domain) && !neverHolds(condition);
}

/** Conditions on lines of the scope without which nothing is granted. */
function partsOf(rule: Rule): readonly Condition[] {
  const { opens } = rule.promotion;
  const of = opens.kind === 'every-units' ? opens.of : undefined;
  const offers = rule.offers.map(({ offer }) => offer);
  const only = offers.length === 1 ? offers.flatMap(neededBy) : [];
  return of === undefined ? only : [of, ...only];
}

function neededBy(offer: Offer): readonly Condition[] {
  if (offer.kind === 'bundle') return offer.parts.map(({ where }) => where);
  const of = 'pick' in offer ? offer.pick?.of : undefined;
  return of === undefined ? [] : [of];
}

/** `when list < 50` and `spend 100.00`: what is left is never more than the list. */
function thresholdsOutOfReach({ promotion }: Rule, buyers: Domain): Reason | undefined {
  const { opens, scope } = promotion;
  const [first] = opens.kind === 'spend' ? opens.tiers : [];
  const asked = first && numberOf(first.amount, { where: '' });
  if (first?.counting.op !== 'measure' || asked === undefined) return undefined;
  const { over, what } = first.counting;
  if (over !== 'scope' || (what !== 'left' && what !== 'list') || scope.shipping) return undefined;
  const most = buyers.get('list')?.most;
  if (most === undefined || most.at.gt(asked) || (most.at.eq(asked) && most.within)) return undefined;
  return {
    why: 'its `when` lets through less than it asks to be spent',
    help: 'lower the threshold, or raise the bound',
  };
}

function offersNothing(rule: Rule, ruleset: Ruleset): Reason | undefined {
  const cases = casesOf(rule.promotion, ruleset);
  if (cases.length === 0)
    return { why: 'its table has no rows', help: 'fill the table, or remove the promotion' };
  const offers = rule.offers.map(({ offer }) => offer);
  const isAllOrMore = (offer: Offer): boolean =>
    offer.kind === 'pay' &&
    offer.amount.kind === 'percent' &&
    offer.amount.base === undefined &&
    cases.every(
      (at) =>
        (offer.amount.kind === 'percent' ? numberOf(offer.amount.percent, at)?.gte(100) : false) === true,
    );
  if (!offers.every(isAllOrMore)) return undefined;
  return { why: '`pay 100%` takes nothing off', help: 'write what is to be paid: `pay 85%`' };
}
