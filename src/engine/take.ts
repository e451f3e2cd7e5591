import type { FailedTest, Reason } from '../breakdown/types.js';
import { MAX_AMOUNT } from '../money/index.js';
import { bundlesOf } from './bundles.js';
import { atMost, round } from './exact.js';
import { type Formed, type Missing, withinMoney } from './forming.js';
import { usageOf } from './gate.js';
import type { Given, Step } from './grant.js';
import { type EveryUnits, unitCount } from './groups.js';
import type { Layer } from './layer.js';
import { type Before, boundsOf, missingInCaps, type Stood } from './limits.js';
import type { AddOn, Bundle, Offer, UnitOffer } from './offer.js';
import type { Rule } from './rule.js';
import type { CartLine } from '../cart/types.js';
import type { Moment } from './moment.js';
import { selectionOf } from './selection.js';
import { grantOf } from './step.js';
import { limitTimes, type Opened } from './threshold.js';
import { formOnUnits } from './unit-offers.js';
import { countOf, quantityOf, rank, split } from './units.js';
import { formWhole } from './whole-offers.js';

/** What one offer came to. */
export interface Outcome {
  readonly step: Step | undefined;
  readonly given: Given | undefined;
  readonly refused: Reason | undefined;
}

const refusedFor = (refused: Reason): Outcome => ({ step: undefined, given: undefined, refused });

const falseFor = (failed: readonly FailedTest[]): Outcome =>
  refusedFor({ reason: 'condition-false', failed });

/** Section 5, the table of offers: one offer formed, then bounded by its limits. */
export function takeOffer(
  offer: Offer,
  opened: Opened,
  earlier: readonly Formed[],
  before: Before,
  rule: Rule,
  layer: Layer,
  moment: Moment,
): Outcome {
  const missing = missingInCaps(offer, rule, moment);
  if (missing.length > 0) return falseFor(missing);
  const times = limitTimes(opened.times, offer.times, moment);
  if (offer.kind === 'give') {
    const count = withinMoney(times * unitCount(offer.count, moment));
    return { step: undefined, given: { offer, count }, refused: undefined };
  }
  const formed = formOffer(offer, times, rule, moment);
  if ('reason' in formed) return refusedFor(formed);
  if (formed.kind === 'missing') return falseFor(formed.failed);
  const bounds = boundsOf(offer, rule, layer, moment, before, stoodOn(formed, earlier, moment));
  const granted = grantOf(formed, bounds, { rule, together: layer.combine === 'together' }, moment);
  const step = { offer, granted, times: times < opened.times ? times : undefined };
  if (offer.kind !== 'add-on') return { step, given: undefined, refused: undefined };
  const count = withinMoney(times * unitCount(offer.count, moment));
  const price = atMost(round('half-up', offer.price.get(moment) ?? 0), MAX_AMOUNT);
  return { step, given: { offer, count, price }, refused: undefined };
}

/** A line's units are used by one offer after the other, at most all of them. */
function stoodOn(formed: Formed, earlier: readonly Formed[], moment: Moment): Stood {
  return {
    offer: (line) => unitsOn(formed, line, moment),
    promotion: (line) =>
      [...earlier, formed].reduce(
        (total, each) => Math.min(quantityOf(line, moment), total + unitsOn(each, line, moment)),
        0,
      ),
  };
}

/** The units of a line that an offer was formed on: those that it picked, else all. */
function unitsOn(formed: Formed, line: number, moment: Moment): number {
  const groups = formed.kind === 'parts' ? formed.groups : undefined;
  if (!groups) return quantityOf(line, moment);
  return groups.reduce(
    (total, { picked, times }) => total + countOf(picked.filter((each) => each.line === line)) * times,
    0,
  );
}

function formOffer(
  offer: Exclude<Offer, { kind: 'give' }>,
  times: number,
  rule: Rule,
  moment: Moment,
): Formed | Missing | Reason {
  switch (offer.kind) {
    case 'ship':
      return formWhole(offer, times, rule, moment);
    case 'bundle':
      return formBundles(offer, rule, moment);
    case 'add-on':
      return formAddOn(offer, times, rule, moment);
    default:
      return formGoods(offer, times, rule, moment);
  }
}

function formGoods(offer: UnitOffer, times: number, rule: Rule, moment: Moment): Formed | Missing {
  const { choosing } = offer;
  const hadUnits = choosing.limits.length > 0 ? usageOf(rule, moment).customerUnits + moment.ruleUnits : 0;
  const selection = selectionOf(choosing, times, hadUnits, moment);
  if (!selection) return formWhole(offer, times, rule, moment);
  return formOnUnits(offer, selection, selection.counted ? 1 : times, rule, moment);
}

const WHOLE = {
  every: undefined as EveryUnits | undefined,
  pick: undefined,
  positions: undefined,
  limits: [],
};

/** `bundle`: a sum or a percentage of each set. */
function formBundles(
  { parts, amount, pays, times }: Bundle & Offer,
  rule: Rule,
  moment: Moment,
): Formed | Missing | Reason {
  let most = 0;
  for (let index = 0; index < moment.size; index += 1)
    most += quantityOf(moment.scope[index] as number, moment);
  const groups = bundlesOf(parts, moment, limitTimes(most, times, moment));
  if (groups.length === 0) return { reason: 'short', measured: 0, threshold: 1, missing: 1 };
  const offer: UnitOffer = pays
    ? { kind: 'pay', amount, choosing: WHOLE }
    : { kind: 'take', amount, off: 'scope', choosing: WHOLE };
  return formOnUnits(offer, { groups, perUnit: false, counted: true }, 1, rule, moment);
}

/** `offer N of "MUG" for AMOUNT`: the dearest units of that SKU in the cart, at the add-on's price where it is lower. */
function formAddOn(
  { sku, count, price }: AddOn,
  times: number,
  rule: Rule,
  moment: Moment,
): Formed | Missing {
  const { lines, seen, closed } = moment;
  const found: number[] = [];
  for (let line = 0; line < seen; line += 1)
    if ((lines[line] as CartLine).sku === sku && closed?.has(line) !== true) found.push(line);
  const [picked] = split(rank(found, moment, 'dearest'), times * unitCount(count, moment));
  const groups = [{ picked, openers: [], times: 1 }];
  const offer: UnitOffer = { kind: 'price', price, choosing: WHOLE };
  return formOnUnits(offer, { groups, perUnit: true, counted: true }, 1, rule, moment);
}
