import type { Reason } from '../breakdown/types.js';
import type { AddOnOffer, BundleOffer, GiveOffer, Offer } from '../check/ruleset.js';
import { bundlesOf } from './bundles.js';
import { type Amounts, type LineCell, less } from './cells.js';
import type { Environment } from './environment.js';
import { moneyOf } from './expressions.js';
import { usageOf } from './gate.js';
import { formOnUnits, type UnitOffer } from './group-offers.js';
import { unitCount } from './groups.js';
import { boundsOf, missingInCaps, type Stood, type Taking } from './limits.js';
import { missingValues } from './failures.js';
import { type Formed, form, type Ground, type Missing } from './offers.js';
import type { Printer } from './print.js';
import { least, round, sum, withinMoney, zero } from './rational.js';
import { selectionOf } from './selection.js';
import type { Work } from './work.js';
import { environmentOf, type Stand } from './standings.js';
import { type Granted, grant } from './step.js';
import { limitTimes, type Opened } from './threshold.js';
import { countOf, rank, split } from './units.js';

/** One offer of an opened standing, with what its earlier offers took. */
export interface Turn {
  readonly stand: Stand;
  readonly opened: Opened;
  readonly work: Work;
  readonly taken: Amounts;
  /** What its earlier offers formed. */
  readonly formed: readonly Formed[];
  readonly budget?: bigint;
}

/** An offer that took an amount. */
export interface Taken {
  readonly kind: 'taken';
  readonly offer: Offer;
  readonly granted: Granted;
  readonly times: bigint;
  /** The add-on it stands for. */
  readonly given?: Given;
}

/** A gift, or an add-on at its price: neither takes anything by itself. */
export interface Given {
  readonly kind: 'given';
  readonly offer: GiveOffer | AddOnOffer;
  readonly count: bigint;
  /** What a unit of the add-on costs, where it was offered. */
  readonly price?: bigint;
}

/** Section 5, the table of offers: one offer formed, then bounded by its limits. */
export function takeOffer(offer: Offer, turn: Turn): Taken | Given | Reason {
  const taking = takingOf(turn);
  const missing = missingInCaps(offer, taking);
  if (missing.length > 0) return { reason: 'condition-false', failed: missing };
  const times = limitTimes(turn.opened.times, offer.limits.times, taking.environment);
  if (offer.kind === 'give')
    return { kind: 'given', offer, count: withinMoney(times * unitCount(offer.count, taking.environment)) };
  const formed = formOffer(offer, times, turn, taking);
  if ('reason' in formed) return formed;
  if (formed.kind === 'missing') return lacking(formed, turn.work.printer);
  const manner = {
    policy: turn.stand.promotion.allocation,
    together: turn.work.layer.combine === 'together',
    view: taking.environment.view,
  };
  const granted = grant(formed, boundsOf(offer, taking, stoodOn(formed, turn)), manner);
  const given = offer.kind === 'add-on' ? { given: addOnGiven(offer, times, taking.environment) } : {};
  return { kind: 'taken', offer, granted, times, ...given };
}

function addOnGiven(offer: AddOnOffer, times: bigint, environment: Environment): Given {
  const count = withinMoney(times * unitCount(offer.count, environment));
  const price = withinMoney(round('half-up', moneyOf(offer.price, environment) ?? zero));
  return { kind: 'given', offer, count, price };
}

/** A line's units are used by one offer after the other, at most all of them. */
function stoodOn(formed: Formed, { formed: earlier }: Turn): Stood {
  return {
    offer: (line) => unitsOf(formed, line),
    promotion: (line) =>
      least(BigInt(line.line.quantity), sum([...earlier, formed].map((each) => unitsOf(each, line)))),
  };
}

/** The units of a line that an offer was formed on: those that it picked, else all. */
function unitsOf(formed: Formed, line: LineCell): bigint {
  const groups = formed.kind === 'parts' ? formed.groups : undefined;
  if (!groups) return BigInt(line.line.quantity);
  return sum(groups.map(({ picked, times }) => countOf(picked.filter((run) => run.line === line)) * times));
}

function lacking({ scalar, environment }: Missing, printer: Printer): Reason {
  return { reason: 'condition-false', failed: scalar ? missingValues(scalar, environment, printer) : [] };
}

function takingOf({ stand, work, taken, budget, opened }: Turn): Taking {
  const view = { ...work.view, left: less(work.view.left, taken) };
  const { spoken } = work;
  const row = opened.row ?? stand.row;
  return {
    environment: { ...environmentOf(stand, view), ...(spoken && { spoken }), ...(row && { row }) },
    promotion: stand.promotion,
    layer: work.layer,
    ruleset: work.ruleset,
    tally: work.tally,
    printer: work.printer,
    now: less(work.now, taken),
    taken,
    ...(budget !== undefined && { budget }),
  };
}

function formOffer(
  offer: Exclude<Offer, GiveOffer>,
  times: bigint,
  turn: Turn,
  { environment, promotion }: Taking,
): Formed | Reason {
  const { rounding, allocation, scope, opens, limits } = promotion;
  const ground: Ground = {
    environment,
    charges: turn.stand.charges,
    withShipping: scope.shipping,
    rounding,
    times,
    allocation,
  };
  if (offer.kind === 'ship') return form(offer, ground);
  if (offer.kind === 'bundle') return formBundles(offer, ground);
  if (offer.kind === 'add-on') return formAddOn(offer, times, ground, turn.stand);
  const every = opens.kind === 'every-units' ? { every: opens } : {};
  const hadUnits =
    BigInt(usageOf(promotion, environment.view).customerUnits) + turn.work.tally.unitsOf(promotion.id);
  const selection = selectionOf(offer, { environment, ...every, times, limits, hadUnits });
  if (!selection) return form(offer, ground);
  return formOnUnits(offer, selection, selection.counted ? { ...ground, times: 1n } : ground);
}

/** `bundle`: a sum or a percentage of each set. */
function formBundles(offer: BundleOffer & Pick<Offer, 'limits'>, ground: Ground): Formed | Reason {
  const { environment } = ground;
  const most = environment.scope.reduce((units, line) => units + BigInt(line.line.quantity), 0n);
  const groups = bundlesOf(offer, environment, limitTimes(most, offer.limits.times, environment));
  if (groups.length === 0) return { reason: 'short', measured: 0, threshold: 1, missing: 1 };
  const { kind, amount } = offer.offer;
  const unitOffer: UnitOffer = kind === 'take' ? { kind, amount, off: 'scope' } : { kind, amount };
  return formOnUnits(unitOffer, { groups, perUnit: false, counted: true }, { ...ground, times: 1n });
}

/** `offer N of "MUG" for AMOUNT`: the dearest units of that SKU in the cart, at the add-on's price where it is lower. */
function formAddOn(offer: AddOnOffer, times: bigint, ground: Ground, { closed }: Stand): Formed {
  const { environment } = ground;
  const lines = addOnLines(offer, environment).filter((line) => closed?.has(line) !== true);
  const [picked] = split(rank(lines, environment, 'dearest'), times * unitCount(offer.count, environment));
  const groups = [{ picked, openers: [], times: 1n }];
  return formOnUnits(
    { kind: 'price', amount: offer.price },
    { groups, perUnit: true, counted: true },
    { ...ground, times: 1n },
  );
}

/** The lines of an add-on's SKU, wherever they stand in the cart. */
function addOnLines({ sku }: AddOnOffer, { view }: Environment): readonly LineCell[] {
  return view.cells.lines.filter((line) => line.line.sku === sku);
}
