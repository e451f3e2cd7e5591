import type { Reason, Standing, Unchecked } from '../breakdown/types.js';
import type { Exact } from './exact.js';
import type { Rule } from './rule.js';
import type { Row, Moment } from './moment.js';
import type { Granted, RawCut } from './step.js';
import type { AddOn, GiveOffer, Offer } from './offer.js';
import type { Met } from './threshold.js';

/** A gift, or an add-on at its price: neither takes anything by itself. */
export interface Given {
  readonly offer: GiveOffer | AddOn;
  readonly count: number;
  /** What a unit of the add-on costs, where it was offered. */
  readonly price?: number;
}

/** One offer that took an amount. */
export interface Step {
  readonly offer: Offer;
  readonly granted: Granted;
  /** How often it was granted, where `up to N times` cut it. */
  readonly times: number | undefined;
}

/** A standing worked out: what it takes, and all that a breakdown says of it. */
export interface Grant {
  readonly rule: Rule;
  readonly order: number;
  readonly name: Standing;
  /** The cells it takes from, ascending in the order they were formed; what was left on each, and what it takes. */
  readonly cells: readonly number[];
  readonly bases: readonly number[];
  readonly parts: readonly number[];
  readonly face: Exact;
  readonly amount: number;
  readonly met: Met | undefined;
  readonly times: number;
  readonly steps: readonly Step[];
  readonly cuts: readonly RawCut[];
  readonly given: readonly Given[];
  /** How many units its offers on units were granted on. */
  readonly picked: number;
  /** Units spoken for by line, in a layer that uses each unit once. */
  readonly used: ReadonlyMap<number, number> | undefined;
  /** What it took of caps that several standings share, by their number. */
  readonly caps: readonly number[];
  readonly unchecked: readonly Unchecked[];
  /** The lines it stands on, which `stop on its lines` closes, and the table row in hand. */
  readonly lines: readonly number[];
  readonly row: Row | undefined;
}

/** A refusal of one standing, or of a whole promotion. */
export interface Refusal {
  readonly rule: Rule;
  readonly order: number;
  readonly name: Standing;
  readonly refused: Reason;
}

const NAMELESS: Standing = {};

/** A refusal of a whole promotion. */
export function refusalOf(rule: Rule, refused: Reason): Refusal {
  return { rule, order: 0, name: NAMELESS, refused };
}

/** A refusal of the standing in hand. */
export function refusalHere(rule: Rule, refused: Reason, moment: Moment): Refusal {
  return { rule, order: moment.order, name: nameHere(rule, moment), refused };
}

/** How a breakdown names the standing in hand; `reached` is the row that was reached among those that are its tiers. */
export function nameHere(rule: Rule, { label, row, rows }: Moment, reached?: Row): Standing {
  const shown = reached ?? (rows ? undefined : row);
  const { table } = rule;
  if (!shown || !table) return label ? { for: label } : NAMELESS;
  const place = { table: table.name, line: shown.line };
  return label ? { for: label, row: place } : { row: place };
}
