import type {
  Adjustment,
  AllocationPart,
  Applied,
  Breakdown,
  LineOut,
  Money,
  Standing,
  Step,
} from '../breakdown/types.js';
import { decimalsOf } from './amounts.js';
import type { AmountAt } from './shape.js';

/** A line or a shipping charge: what has a list amount, adjustments and a pay amount. */
export interface Priced {
  readonly path: string;
  readonly kind: 'line' | 'shipping';
  readonly id: string;
  readonly list: Money;
  readonly adjustments: readonly Adjustment[];
  readonly pay: Money;
}

/** One adjustment with the line or charge it stands on. */
export interface Posting {
  readonly path: string;
  readonly on: Priced;
  readonly adjustment: Adjustment;
}

/** One standing that applied, its place in the order of evaluation, and what it took off lines and charges. */
export interface Stood {
  readonly path: string;
  readonly place: number;
  readonly applied: Applied;
  readonly postings: readonly Posting[];
}

/** One step of a standing; `place` is 0 for its first. */
export interface StepAt {
  readonly path: string;
  readonly place: number;
  readonly step: Step;
  readonly of: Stood;
}

/** A breakdown with what the equations look up in it. */
export interface Audit {
  readonly breakdown: Breakdown;
  readonly amounts: readonly AmountAt[];
  /** The decimals of its amounts; 0 for minor units. */
  readonly digits: number;
  /** Lines, then charges. */
  readonly priced: readonly Priced[];
  readonly lines: ReadonlyMap<string, LineOut>;
  readonly postings: readonly Posting[];
  readonly stood: readonly Stood[];
  readonly steps: readonly StepAt[];
  /** By `standingKey`; the first where a standing is listed twice. */
  readonly byKey: ReadonlyMap<string, Stood>;
}

export function auditOf(breakdown: Breakdown, amounts: readonly AmountAt[]): Audit {
  const priced = [
    ...pricedAs('line', 'lines', breakdown.lines),
    ...pricedAs('shipping', 'shipping', breakdown.shipping),
  ];
  const postings = priced.flatMap(postingsOn);
  const stood = stoodIn(breakdown.promotions, postings);
  return {
    breakdown,
    amounts,
    digits: decimalsOf(breakdown.total.pay),
    priced,
    lines: new Map(breakdown.lines.map((line) => [line.id, line])),
    postings,
    stood,
    steps: stood.flatMap(stepsOf),
    byKey: new Map(stood.toReversed().map((one) => [standingKey(one.applied), one])),
  };
}

/** Which standing of which promotion, as one text. */
export function standingKey(standing: Standing & { readonly promotion?: string }): string {
  const values = Object.entries(standing.for ?? {}).toSorted(([a], [b]) => compareText(a, b));
  return JSON.stringify([
    standing.promotion ?? null,
    values,
    standing.row?.table ?? null,
    standing.row?.line ?? null,
  ]);
}

/** The line or charge of an allocation's part; such texts sort as ids do, lines before charges. */
export function cellOf({ line, shipping }: Pick<AllocationPart, 'line' | 'shipping'>): string {
  return line === undefined ? `shipping ${shipping}` : `line ${line}`;
}

/** The same for what a posting stands on. */
export function cellOfPriced({ kind, id }: Priced): string {
  return `${kind} ${id}`;
}

/** By UTF-16 code unit, as ids and values sort. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function pricedAs(
  kind: Priced['kind'],
  path: string,
  rows: readonly Omit<Priced, 'path' | 'kind'>[],
): readonly Priced[] {
  return rows.map(({ id, list, adjustments, pay }, index) => ({
    path: `${path}[${index}]`,
    kind,
    id,
    list,
    adjustments,
    pay,
  }));
}

function postingsOn(on: Priced): readonly Posting[] {
  return on.adjustments.map((adjustment, index) => ({
    path: `${on.path}.adjustments[${index}]`,
    on,
    adjustment,
  }));
}

function stoodIn(promotions: readonly Applied[], postings: readonly Posting[]): readonly Stood[] {
  const byKey = new Map<string, Posting[]>();
  for (const posting of postings) {
    const key = standingKey(posting.adjustment);
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [posting]);
    else own.push(posting);
  }
  return promotions.map((applied, place) => ({
    path: `promotions[${place}]`,
    place,
    applied,
    postings: byKey.get(standingKey(applied)) ?? [],
  }));
}

function stepsOf(of: Stood): readonly StepAt[] {
  return of.applied.steps.map((step, place) => ({ path: `${of.path}.steps[${place}]`, place, step, of }));
}
