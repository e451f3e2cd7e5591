import type { Standing, Unchecked } from '../breakdown/types.js';
import type { Exact } from './exact.js';
import type { Moment, Row } from './moment.js';
import type { AddOn, GiveOffer, Offer } from './offer.js';
import type { Rule } from './rule.js';
import type { Granted, RawCut } from './step.js';

/** A gift, or an add-on at its price: neither takes anything by itself. */
export interface Given {
  readonly offer: GiveOffer | AddOn;
  readonly count: number;
  /** What a unit of the add-on costs, where it was offered. */
  readonly price?: number;
}

/** One offer that took an amount. */
export interface Step {
  readonly offer: Pick<Offer, 'text' | 'caps'>;
  readonly granted: Granted;
  /** How often it was granted, where `up to N times` cut it. */
  readonly times: number | undefined;
}

/** What a grant carries where its promotion says more than one plain amount. */
export interface Detail {
  readonly steps: readonly Step[];
  /** What cut the standing as a whole. */
  readonly cuts: readonly RawCut[];
  readonly given: readonly Given[];
  /** How many units its offers on units were granted on. */
  readonly picked: number;
  /** Units spoken for by line, in a layer that uses each unit once. */
  readonly used: ReadonlyMap<number, number> | undefined;
  /** What it took of caps that several standings share, by their number. */
  readonly caps: readonly number[];
  readonly unchecked: readonly Unchecked[];
}

/** How a breakdown names a standing. */
export interface Name {
  readonly label: Standing['for'];
  readonly place: Standing['row'];
}

/** A standing worked out: what it takes, and the numbers that formed it. */
export class Grant implements Name {
  readonly rule: Rule;
  readonly order: number;
  readonly label: Standing['for'];
  readonly place: Standing['row'];
  /** Its parts: from this one on, up to that one. */
  readonly from: number;
  readonly to: number;
  readonly face: number;
  readonly amount: number;
  /** What the threshold was measured at and reached at, which of several tiers (else 0), and how often. */
  readonly measured: Exact;
  readonly reached: Exact;
  readonly tier: number;
  readonly times: number;
  /** On how many cells it was formed. */
  readonly size: number;
  /** The lines it stands on, where `stop on its lines` closes them. */
  readonly lines: readonly number[];
  /** Nothing where the promotion is plain: then everything is told from the parts. */
  readonly detail: Detail | undefined;

  constructor(
    rule: Rule,
    order: number,
    label: Standing['for'],
    place: Standing['row'],
    from: number,
    to: number,
    face: number,
    amount: number,
    measured: Exact,
    reached: Exact,
    tier: number,
    times: number,
    size: number,
    lines: readonly number[],
    detail: Detail | undefined,
  ) {
    this.rule = rule;
    this.order = order;
    this.label = label;
    this.place = place;
    this.from = from;
    this.to = to;
    this.face = face;
    this.amount = amount;
    this.measured = measured;
    this.reached = reached;
    this.tier = tier;
    this.times = times;
    this.size = size;
    this.lines = lines;
    this.detail = detail;
  }
}

/** Names the standing in hand; `reached` is the row that was reached among those that are its tiers. */
export function placeOf({ table }: Rule, { row, rows }: Moment, reached?: Row): Standing['row'] {
  const shown = reached ?? (rows ? undefined : row);
  return shown && table ? { table: table.name, line: shown.line } : undefined;
}

/** A standing's name as members of what a breakdown says of it. */
export function nameOf({ label, place }: Name): Standing {
  if (!label) return place ? { row: place } : NAMELESS;
  return place ? { for: label, row: place } : { for: label };
}

const NAMELESS: Standing = Object.freeze({});
