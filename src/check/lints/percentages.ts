import { Decimal } from 'decimal.js';
import type { Expression } from '../../syntax/ast.js';
import type { OfferAmount, Ruleset } from '../ruleset.js';
import { type Case, casesOf, numberOf } from './amounts.js';
import type { Made, Rule } from './rule.js';

/** A percentage that an offer takes off everything it is for, or leaves to pay. */
export interface Percentage {
  readonly rule: Rule;
  readonly made: Made;
  readonly at: Case;
  readonly word: 'take' | 'pay';
  /** As it is written. */
  readonly written: Expression;
  /** What is taken off, in percent. */
  readonly off: Decimal;
}

/** The percentages of offers for a whole scope, group or set; one that picks units is for these alone. */
export function percentages(rules: readonly Rule[], ruleset: Ruleset): readonly Percentage[] {
  return rules.flatMap((rule) =>
    rule.offers.flatMap((made) =>
      casesOf(rule.promotion, ruleset).flatMap((at) => percentage(rule, made, at) ?? []),
    ),
  );
}

function percentage(rule: Rule, made: Made, at: Case): Percentage | undefined {
  const found = amountOf(made);
  if (found === undefined || found.amount.kind !== 'percent' || found.amount.base !== undefined)
    return undefined;
  const percent = numberOf(found.amount.percent, at);
  if (percent === undefined) return undefined;
  const { word, written } = found;
  return { rule, made, at, word, written, off: word === 'take' ? percent : new Decimal(100).sub(percent) };
}

interface Found {
  readonly word: 'take' | 'pay';
  readonly amount: OfferAmount;
  readonly written: Expression;
}

function amountOf({ node, offer }: Made): Found | undefined {
  if (offer.kind === 'bundle' && node.kind === 'bundle') {
    return { word: offer.offer.kind, amount: offer.offer.amount, written: node.offer.amount };
  }
  if (offer.kind !== node.kind || (offer.kind !== 'take' && offer.kind !== 'pay')) return undefined;
  if ((node.kind !== 'take' && node.kind !== 'pay') || offer.pick !== undefined || offer.units !== undefined)
    return undefined;
  return { word: offer.kind, amount: offer.amount, written: node.amount };
}
