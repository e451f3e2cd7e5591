import type { Offer as OfferNode, ThresholdClause } from '../../syntax/ast.js';
import type { Rule as CheckedRule } from '../check.js';
import type { Offer, SpendTier } from '../ruleset.js';

/** A promotion with the statement it came from, and its offers in the order they stand. */
export interface Rule extends CheckedRule {
  readonly offers: readonly Made[];
}

/** An offer with what opens it. */
export interface Made {
  readonly offer: Offer;
  readonly node: OfferNode;
  readonly clause: ThresholdClause;
  /** The amount that opens it, and what that is measured on. */
  readonly spend?: SpendTier;
}
