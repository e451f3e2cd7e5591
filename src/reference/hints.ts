import type { Hint } from '../breakdown/types.js';
import type { CartLine } from '../cart/types.js';
import type { Ruleset } from '../check/ruleset.js';
import { compareText, type LineCell, unitPrice } from './cells.js';
import { unobserved, type View } from './environment.js';
import { MOST_MONEY, type Rational, rational, round, sum } from './rational.js';
import type { Run } from './run.js';
import type { NextStep } from './threshold.js';

/** Section 6: the most units of a line. */
const MOST_UNITS = 1_000_000;

/** Next steps that are looked at, times lines and charges. */
const MOST_WORK = 1_000_000;

/** What a cart would cost as seen from this moment before any promotion. */
type Price = (view: View) => bigint;

interface Found {
  readonly hint: Hint;
  readonly cost: bigint;
}

/** Section 6, hints: the next unreached step of each standing, only where it saves, best net gain first. */
export function hintsOf(run: Run, steps: readonly NextStep[], price: Price): readonly Hint[] {
  const { lines, charges } = run.view.cells;
  const most = Math.floor(MOST_WORK / Math.max(1, lines.length + charges.length));
  const found = steps.slice(0, most).flatMap((step) => hintOf(step, run, price) ?? []);
  return found.toSorted((a, b) => (a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0)).map(({ hint }) => hint);
}

function hintOf(step: NextStep, run: Run, price: Price): Found | undefined {
  const { promotion, name } = step.stand;
  const more = step.kind === 'spend' ? withFiller(step, run.view) : withUnits(step, run.view, run.ruleset);
  if (!more || !isCart(more.view)) return undefined;
  const saving = run.pay + more.worth - price(more.view);
  if (saving <= 0n) return undefined;
  const cost = more.worth - saving;
  const { printer } = run;
  const what =
    step.kind === 'spend' ? { spend: printer.money(step.gap) } : { units: Number(step.gap), line: more.line };
  return {
    cost,
    hint: {
      promotion: promotion.id,
      ...name,
      ...what,
      saving: printer.money(saving),
      cost: printer.money(cost),
    },
  };
}

/** A fuller cart: how it looks before any promotion, and what was put in is worth. */
interface More {
  readonly view: View;
  readonly worth: bigint;
  readonly line: string;
}

/** A fuller cart that no checkout could send gets no hint. */
function isCart({ cells: { charges, lines } }: View): boolean {
  const total = sum([...lines, ...charges].map(({ list }) => list));
  return total <= MOST_MONEY && lines.every(({ line }) => line.quantity <= MOST_UNITS);
}

/** An undiscounted line of exactly the gap, in this scope and in no other; a promotion that stands for one line has no room. */
function withFiller({ stand, gap }: NextStep, view: View): More | undefined {
  if (stand.promotion.each?.kind === 'line' || gap <= 0n) return undefined;
  const line: CartLine = {
    id: '',
    sku: '',
    quantity: 1,
    price: Number(gap),
    finer: undefined,
    list: Number(gap),
    values: [],
  };
  const cell: LineCell = { kind: 'line', id: '', line, values: new Map(), list: gap };
  const { cells } = view;
  const filler = { cell, promotion: stand.promotion, order: stand.order };
  return {
    view: atList({ ...view, cells: { ...cells, lines: [...cells.lines, cell] }, filler }),
    worth: gap,
    line: '',
  };
}

/** As many more units as are missing, of the cheapest line in scope that counts. */
function withUnits({ lines, gap }: NextStep, view: View, { prices }: Ruleset): More | undefined {
  const [cheapest] = lines.toSorted((a, b) => priceOf(a).compare(priceOf(b)) || compareText(a.id, b.id));
  if (!cheapest || gap <= 0n) return undefined;
  const quantity = cheapest.line.quantity + Number(gap);
  const list = listOf(priceOf(cheapest), quantity, prices);
  const line = { ...cheapest.line, quantity, list: Number(list) };
  const all = view.cells.lines.map((cell) => (cell === cheapest ? { ...cell, line, list } : cell));
  return {
    view: atList({ ...view, cells: { ...view.cells, lines: all } }),
    worth: list - cheapest.list,
    line: cheapest.id,
  };
}

function priceOf({ line }: LineCell): Rational {
  return rational(unitPrice(line));
}

/** Section 2: a finer unit price is rounded once, for the line or for one unit. */
function listOf(price: Rational, quantity: number, prices: Ruleset['prices']): bigint {
  const mode = prices?.mode ?? 'half-up';
  if (prices?.per === 'unit') return round(mode, price) * BigInt(quantity);
  return round(mode, price.mul(rational(quantity)));
}

/** The cart before any promotion. */
function atList(view: View): View {
  const { lines, charges } = view.cells;
  return {
    ...unobserved(view),
    left: new Map([...lines, ...charges].map((cell) => [cell, cell.list])),
    after: new Map(),
  };
}
