import type { Adjustment, AllocationPart, Applied, Money, Standing, Step } from '../breakdown/types.js';

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
  /**
   * The one line or charge that all its steps stand on; nothing where there are several, or where one may have been lost
   * with what a step took there.
   */
  readonly onlyCell: string | undefined;
  /** The bases of its adjustments, by line or charge. */
  readonly bases: ReadonlyMap<string, bigint>;
  /**
   * Whether an earlier standing of the promotion may have taken something off a line or charge too, that it then lost to
   * another promotion of its layer: a breakdown does not tell how much, and what was left without it.
   */
  isObscured(cell: string): boolean;
}

/** One step of a standing; `place` is 0 for its first. */
export interface StepAt {
  readonly path: string;
  readonly place: number;
  readonly step: Step;
  readonly of: Stood;
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
