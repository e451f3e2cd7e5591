import type { Cart } from '../cart/types.js';
import type { Promotion, Table } from '../check/ruleset.js';
import type { Observer } from './observer.js';
import type { Amounts, Cells, ChargeCell, LineCell, Named } from './cells.js';

/** What amounts are read from: the cart, and what is left on it at one moment. */
export interface View {
  readonly cart: Cart;
  readonly customer: Named;
  readonly order: Named;
  readonly cells: Cells;
  readonly left: Amounts;
  /** What was left when each finished layer ended, by its name. */
  readonly after: ReadonlyMap<string, Amounts>;
  /** When a hint is worked out: a line that only one standing sees. */
  readonly filler?: Filler;
  readonly observer?: Observer;
}

/** The same, with nobody looking: what is worked out for an explanation decides nothing. */
export function unobserved(view: View): View {
  const { observer, ...rest } = view;
  return observer ? rest : view;
}

export interface Filler {
  readonly cell: LineCell;
  readonly promotion: Promotion;
  /** The standing's place among those of its promotion. */
  readonly order: number;
}

/** What one promotion sees of the cart: a filler is seen by its own alone. */
export function seenBy(promotion: Promotion, view: View): View {
  const { filler, cells } = view;
  if (!filler || filler.promotion === promotion) return view;
  return { ...view, cells: { ...cells, lines: cells.lines.filter((line) => line !== filler.cell) } };
}

export type TableRow = Table['rows'][number];

/** Where an expression stands: the standing's lines, and the line, unit, charge or table row in hand. */
export interface Environment {
  readonly view: View;
  readonly scope: readonly LineCell[];
  readonly line?: LineCell;
  /** What is left on the unit in hand. */
  readonly unit?: bigint;
  readonly charge?: ChargeCell;
  readonly row?: TableRow;
  /** In a layer that uses each unit once: how many units of each line are spoken for. */
  readonly spoken?: ReadonlyMap<LineCell, bigint>;
}

/** An expression worked out on the side: to explain, or to hint. */
export function aside(environment: Environment): Environment {
  return { ...environment, view: unobserved(environment.view) };
}

export function withLine(environment: Environment, line: LineCell): Environment {
  return { ...environment, line };
}
