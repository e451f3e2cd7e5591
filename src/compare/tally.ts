import type { Total } from '../breakdown/types.js';
import { mergeHistogram, type Histogram } from './histogram.js';
import { entryOf } from './entries.js';
import type { BreakdownComparison } from './breakdowns.js';
import { addCounts, addSums, type Counts, noCounts, noSums, type Sides, type Sum } from './sum.js';
import { mergePromotions, type PromotionTally } from './tally-promotions.js';

/** Which cart is spoken of: the line of its file on which it begins, and its own name where it has one. */
export interface CartName {
  readonly line: number;
  readonly id?: string;
}

/** One of the carts that change most, in minor units. */
export interface LargeChange extends CartName {
  readonly at: string;
  readonly change: number;
  readonly comparison: BreakdownComparison;
}

/** A cart that the rules of one side, or of both, refuse to price, and why. */
export interface RefusedCart extends CartName {
  readonly by: keyof Sides<unknown> | 'both';
  readonly messages: readonly string[];
  /** How many messages more there are. */
  readonly more: number;
}

/** How many carts break a guarantee or could not be tested for it, and the first that break it. */
export interface GuaranteeTally {
  readonly broken: Counts;
  readonly unchecked: Counts;
  first: readonly CartName[];
}

type Parties = Map<string, Sides<Sum>>;

/**
 * What many comparisons come to: plain data that workers can send. Its size depends on the rules and the parties they name, not on
 * the number of carts. The tallies of parts of the carts merge to the tally of all, whichever parts, in whatever order.
 */
export interface Tally {
  cheaper: number;
  dearer: number;
  /** To pay is the same, and so is all it is made up of. */
  same: number;
  /** To pay is the same, but not what it is made up of. */
  rearranged: number;
  readonly total: Readonly<Record<keyof Total, Sides<Sum>>>;
  readonly histogram: Histogram;
  readonly promotions: Map<string, PromotionTally>;
  readonly funding: Parties;
  readonly commission: Parties;
  readonly guarantees: Map<string, GuaranteeTally>;
  readonly refused: Record<RefusedCart['by'], number>;
  /** The first in the file. */
  firstRefused: readonly RefusedCart[];
  /** The greatest first; of equal ones the earlier cart. */
  largest: readonly LargeChange[];
  /** The instants between which the compared carts lie. */
  span: Span | undefined;
}

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Epoch milliseconds, and as the cart writes it. */
export interface Instant {
  readonly instant: number;
  readonly at: string;
}

/** How many carts of a kind are kept to be shown. */
export const SHOWN = 10;

export function noTally(): Tally {
  return {
    cheaper: 0,
    dearer: 0,
    same: 0,
    rearranged: 0,
    total: { list: noSums(), discount: noSums(), shipping: noSums(), pay: noSums() },
    histogram: new Map(),
    promotions: new Map(),
    funding: new Map(),
    commission: new Map(),
    guarantees: new Map(),
    refused: { before: 0, after: 0, both: 0 },
    firstRefused: [],
    largest: [],
    span: undefined,
  };
}

export function noGuarantee(): GuaranteeTally {
  return { broken: noCounts(), unchecked: noCounts(), first: [] };
}

export function mergeTally(into: Tally, from: Tally): void {
  for (const name of ['cheaper', 'dearer', 'same', 'rearranged'] as const) into[name] += from[name];
  for (const by of ['before', 'after', 'both'] as const) into.refused[by] += from.refused[by];
  for (const name of ['list', 'discount', 'shipping', 'pay'] as const)
    addSums(into.total[name], from.total[name]);
  mergeHistogram(into.histogram, from.histogram);
  mergePromotions(into.promotions, from.promotions);
  mergeParties(into.funding, from.funding);
  mergeParties(into.commission, from.commission);
  mergeGuarantees(into.guarantees, from.guarantees);
  into.firstRefused = earliest([...into.firstRefused, ...from.firstRefused]);
  into.largest = greatest([...into.largest, ...from.largest]);
  if (from.span !== undefined) into.span = widened(widened(into.span, from.span.from), from.span.until);
}

function mergeParties(into: Parties, from: Parties): void {
  for (const [party, sums] of from) addSums(entryOf(into, party, noSums), sums);
}

function mergeGuarantees(into: Tally['guarantees'], from: Tally['guarantees']): void {
  for (const [title, { broken, unchecked, first }] of from) {
    const tally = entryOf(into, title, noGuarantee);
    addCounts(tally.broken, broken);
    addCounts(tally.unchecked, unchecked);
    tally.first = earliest([...tally.first, ...first]);
  }
}

export function earliest<Named extends CartName>(carts: readonly Named[]): readonly Named[] {
  return carts.toSorted((a, b) => a.line - b.line).slice(0, SHOWN);
}

export function greatest(carts: readonly LargeChange[]): readonly LargeChange[] {
  const size = ({ change }: LargeChange): number => Math.abs(change);
  return carts.toSorted((a, b) => size(b) - size(a) || a.line - b.line).slice(0, SHOWN);
}

/** Of carts of one instant the one whose text sorts first tells it, so that the order of merging does not. */
export function widened(span: Span | undefined, at: Instant): Span {
  if (span === undefined) return { from: at, until: at };
  return {
    from: isBefore(at, span.from) ? at : span.from,
    until: isBefore(span.until, at) ? at : span.until,
  };
}

function isBefore(one: Instant, other: Instant): boolean {
  return one.instant === other.instant ? one.at < other.at : one.instant < other.instant;
}
