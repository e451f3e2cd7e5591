import type { Cut, Reason, Step, ThresholdMet, Unchecked } from '../breakdown/types.js';
import type { Cap, Layer, Offer, Promotion, Ruleset } from '../check/ruleset.js';
import { type Amounts, less, plus, totalOf } from './cells.js';
import { holds } from './conditions.js';
import type { View } from './environment.js';
import { failures } from './failures.js';
import { budgetOf, budgetText, usageOf } from './gate.js';
import { boundsOf, missingInCaps, type Taking, uncheckedFloors } from './limits.js';
import { form } from './offers.js';
import type { Printer } from './print.js';
import { environmentOf, type Stand } from './standings.js';
import { type Granted, grant } from './step.js';
import { printStep } from './step-print.js';
import type { Tally } from './tally.js';
import { limitTimes, type Opened, open } from './threshold.js';

/** A standing worked out: what it takes, and all that a breakdown says of it. */
export interface Grant {
  readonly stand: Stand;
  /** What amounts were formed on. */
  readonly base: Amounts;
  readonly parts: Amounts;
  readonly face: bigint;
  readonly amount: bigint;
  readonly met?: ThresholdMet;
  readonly steps: readonly Step[];
  readonly cuts: readonly Cut[];
  /** What it took of caps that several standings share. */
  readonly caps: ReadonlyMap<Cap, bigint>;
  readonly unchecked: readonly Unchecked[];
}

export interface Refusal {
  readonly stand: Stand;
  readonly refused: Reason;
}

/** Where a standing is worked out. `view` is what amounts are formed on, `now` what is left to take from. */
export interface Work {
  readonly ruleset: Ruleset;
  readonly layer: Layer;
  readonly view: View;
  readonly now: Amounts;
  readonly tally: Tally;
  readonly printer: Printer;
}

/** Section 4.2: one standing in its turn - eligibility, threshold, offers, limits. */
export function workOut(stand: Stand, work: Work): Grant | Refusal {
  const { promotion } = stand;
  const environment = environmentOf(stand, work.view);
  if (promotion.when && !holds(promotion.when, environment))
    return { stand, refused: { reason: 'condition-false', failed: failures(promotion.when, environment, work.printer) } };
  const opened = open(promotion, environment, work.printer);
  if ('reason' in opened) return { stand, refused: opened };
  return withinBudget(stand, work, (budget) => takeOffers(stand, opened, work, budget));
}

/** Section 5, `budget`: an amount that would pass it is refused whole, or with `partly` granted in part. */
function withinBudget(stand: Stand, work: Work, take: (budget?: bigint) => Grant | Refusal): Grant | Refusal {
  const { promotion } = stand;
  const found = take();
  const budget = budgetOf(promotion, work.view);
  if (budget === undefined || 'refused' in found) return found;
  const used = BigInt(usageOf(promotion, work.view).spent) + work.tally.ofPromotion(promotion.id);
  const rest = budget > used ? budget - used : 0n;
  if (found.amount <= rest) return found;
  if (promotion.budget?.partly && rest > 0n) return take(rest);
  const { printer } = work;
  const limit = budgetText(budget, printer);
  return { stand, refused: { reason: 'spent', limit, used: printer.money(used), needed: printer.money(found.amount) } };
}

/** Offers joined by `also` run in turn: each sees what the earlier left. */
function takeOffers(stand: Stand, opened: Opened, work: Work, budget?: bigint): Grant | Refusal {
  let taken: Amounts = new Map();
  const granted: { readonly offer: Offer; readonly step: Granted; readonly times: bigint }[] = [];
  let refused: Reason | undefined;
  for (const offer of opened.offers) {
    const taking = takingOf(stand, work, taken, budget);
    const times = limitTimes(opened.times, offer.limits.times, taking.environment);
    const step = takeOffer(offer, stand, taking, times, work);
    if ('reason' in step) {
      refused ??= step;
      continue;
    }
    granted.push({ offer, step, times });
    taken = plus(taken, step.parts);
  }
  if (totalOf(taken) === 0n) return { stand, refused: refused ?? { reason: 'nothing-left' } };
  return grantOf(stand, opened, granted, taken, work);
}

function takingOf(stand: Stand, work: Work, taken: Amounts, budget?: bigint): Taking {
  const view = { ...work.view, left: less(work.view.left, taken) };
  return {
    environment: environmentOf(stand, view),
    promotion: stand.promotion,
    layer: work.layer,
    ruleset: work.ruleset,
    tally: work.tally,
    now: less(work.now, taken),
    taken,
    ...(budget !== undefined && { budget }),
  };
}

function takeOffer(offer: Offer, stand: Stand, taking: Taking, times: bigint, work: Work): Granted | Reason {
  const { promotion } = stand;
  const { environment } = taking;
  const missing = missingInCaps(offer, taking);
  if (missing.length > 0) return { reason: 'condition-false', failed: missing };
  const { rounding, scope } = promotion;
  const formed = form(offer, { environment, charges: stand.charges, withShipping: scope.shipping, rounding, times });
  if (formed.kind === 'missing') return { reason: 'condition-false', failed: formed.failed };
  const together = work.layer.combine === 'together';
  return grant(formed, boundsOf(offer, taking), { policy: promotion.allocation, together, view: environment.view });
}

function grantOf(
  stand: Stand,
  { times, met, offers }: Opened,
  granted: readonly { readonly offer: Offer; readonly step: Granted; readonly times: bigint }[],
  parts: Amounts,
  work: Work,
): Grant {
  const steps = granted.filter(({ step }) => step.formed.face > 0n);
  return {
    stand,
    base: work.view.left,
    parts: new Map([...parts].filter(([, part]) => part > 0n)),
    face: steps.reduce((total, { step }) => total + step.formed.face, 0n),
    amount: totalOf(parts),
    ...(met && { met }),
    steps: steps.map(({ offer, step, times: offered }) => {
      const limited = offered < times ? { times: Number(offered) } : {};
      return printStep(offer, step, limited, work.view, work.printer);
    }),
    cuts: [],
    caps: sharedCaps(stand.promotion, offers, granted, parts),
    unchecked: uncheckedFloors(stand.promotion.floors, environmentOf(stand, work.view), { promotion: stand.promotion.id }),
  };
}

/** What was taken under each cap that says `in all`. */
function sharedCaps(
  promotion: Promotion,
  offers: readonly Offer[],
  granted: readonly { readonly offer: Offer; readonly step: Granted }[],
  parts: Amounts,
): ReadonlyMap<Cap, bigint> {
  const shared = (caps: readonly Cap[]): readonly Cap[] => caps.filter((cap) => cap.per === 'all-standings');
  const own = shared(promotion.limits.caps).map((cap) => [cap, totalOf(parts)] as const);
  const offered = offers.flatMap((offer) => {
    const step = granted.find((found) => found.offer === offer)?.step;
    return shared(offer.limits.caps).map((cap) => [cap, step?.amount ?? 0n] as const);
  });
  return new Map([...own, ...offered]);
}
