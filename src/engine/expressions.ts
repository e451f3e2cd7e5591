import type { CartLine, Charge, Value } from '../cart/types.js';
import type { Calculation, Condition, Measure, Read, Scalar } from '../plan/types.js';
import { add, compare, decimal, divide, type Exact, multiply, positive, subtract } from './exact.js';
import type { LoadedTable, Names } from './names.js';
import { at, type Run } from './run.js';

/** A value in hand: numbers, money (minor units) and instants are exact rationals. */
export type InHand = Exact | string | boolean | readonly string[];

/** Works out an expression; nothing when a value in it is missing. */
export type Getter<T = InHand> = (run: Run) => T | undefined;

export type NumberGetter = Getter<Exact>;

/** What expressions are compiled against; the table is that of the row in hand. */
export interface Scope {
  readonly names: Names;
  readonly table: LoadedTable | undefined;
  /** Compiles a condition; conditions and expressions hold each other. */
  test(condition: Condition): (run: Run) => boolean;
}

/** Section 3: compiles an expression to a closure. */
export function getterOf(scalar: Scalar, scope: Scope): Getter {
  switch (scalar.op) {
    case 'constant': {
      const isPlain = scalar.type === 'text' || scalar.type === 'flag';
      const value = isPlain ? scalar.value : decimal(String(scalar.value));
      return () => value;
    }
    case 'read':
      return readerOf(scalar, scope);
    case 'measure':
      return measurerOf(scalar, scope);
    default:
      return calculatorOf(scalar, scope);
  }
}

/** The same for an expression that the checker knows to be a number, money or an instant. */
export function numberIn(scalar: Scalar, scope: Scope): NumberGetter {
  return getterOf(scalar, scope) as NumberGetter;
}

/** Section 2: a negative amount counts as 0. */
export function moneyIn(scalar: Scalar, scope: Scope): NumberGetter {
  const constant = constantOf(scalar);
  if (constant !== undefined) {
    const value = positive(constant);
    return () => value;
  }
  const get = numberIn(scalar, scope);
  return (run) => {
    const value = get(run);
    return value === undefined ? undefined : positive(value);
  };
}

/** The value of an expression that is a number or an amount as it stands. */
export function constantOf(scalar: Scalar): Exact | undefined {
  return scalar.op === 'constant' && (scalar.type === 'money' || scalar.type === 'number')
    ? decimal(scalar.value)
    : undefined;
}

// Attributes ------------------------------------------------------------------------------------------------------

/** A missing flag is false; any other missing value is missing. */
function readerOf(read: Read, scope: Scope): Getter {
  const stored = storedIn(read, scope);
  const { type } = read;
  if (type === 'flag') return (run) => stored(run) ?? false;
  if (type !== 'number') return stored as Getter;
  return (run) => {
    const value = stored(run);
    return typeof value === 'string' ? decimal(value) : (value as Exact | undefined);
  };
}

type Stored = (run: Run) => Value | Exact | undefined;

function storedIn({ of, name }: Read, { names, table }: Scope): Stored {
  const slot = of === 'row' ? (table?.columns.get(name) ?? -1) : (names.slots[of].get(name) ?? -1);
  switch (of) {
    case 'line': {
      const get = lineReader(name, slot);
      return ({ lines, line }) => {
        const found = lines[line];
        return found && get(found);
      };
    }
    case 'shipping': {
      const get = chargeReader(name, slot);
      return ({ cart, charge }) => {
        const found = cart.shipping[charge];
        return found && get(found);
      };
    }
    case 'customer':
      return ({ cart }) => cart.customer[slot];
    case 'order':
      if (name === 'at') return ({ cart }) => cart.instant;
      return name === 'codes' ? ({ cart }) => cart.codes : ({ cart }) => cart.order[slot];
    case 'row':
      return ({ row }) => row?.values[slot];
  }
}

/** Reads a line's attribute, declared or built in. */
export function lineReader(name: string, slot: number): (line: CartLine) => Value | Exact | undefined {
  switch (name) {
    case 'id':
      return (line) => line.id;
    case 'sku':
      return (line) => line.sku;
    case 'quantity':
      return (line) => line.quantity;
    case 'price':
      return (line) => (line.finer === undefined ? line.price : decimal(line.finer));
    default:
      return (line) => line.values[slot];
  }
}

function chargeReader(name: string, slot: number): (charge: Charge) => Value | undefined {
  if (name === 'id') return (charge) => charge.id;
  return name === 'amount' ? (charge) => charge.amount : (charge) => charge.values[slot];
}

// Calculations ----------------------------------------------------------------------------------------------------

/** A division by zero, or a missing part, makes the whole missing. */
function calculatorOf({ op, parts }: Calculation, scope: Scope): NumberGetter {
  const [first = NEVER, ...others] = parts.map((part) => numberIn(part, scope));
  const combine = COMBINE[op];
  return (run) => {
    let total = first(run);
    for (const get of others) {
      const value = get(run);
      if (value === undefined) return undefined;
      total = total === undefined ? undefined : combine(total, value);
    }
    return total;
  };
}

const NEVER: NumberGetter = () => undefined;

const COMBINE: Readonly<Record<Calculation['op'], (a: Exact, b: Exact) => Exact | undefined>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': (a, b) => (b === 0 ? undefined : divide(a, b)),
  min: (a, b) => (compare(a, b) <= 0 ? a : b),
  max: (a, b) => (compare(a, b) >= 0 ? a : b),
};

// Amounts measured on lines ---------------------------------------------------------------------------------------

/** A line's part in a sum; the line is in hand. */
type OfLine = (run: Run, line: number) => Exact | undefined;

/** Section 3, amounts: over the unit or line in hand, the standing's lines, the cart's, or the finished order. */
function measurerOf(measure: Measure, scope: Scope): NumberGetter {
  const { over, what, where } = measure;
  if (over === 'unit') return unitMeasurer(measure, scope);
  if (over === 'order' && what === 'pay' && !where) return (run) => run.totalLeft(0, run.cellCount);
  const isPlainLeft = what === 'left' && measure.after === undefined && over === 'scope' && !where;
  if (isPlainLeft) return leftOfScope;
  const sumUp = summerOf(measure, scope);
  const lines = LINES[over];
  if (!where) return (run) => sumUp(run, lines(run));
  const holds = scope.test(where);
  return (run) => sumUp(run, linesFor(holds, lines(run), run));
}

/** What is left on the standing's lines. */
export function leftOfScope({ scope, size, base }: Run): number {
  let total = 0;
  for (let index = 0; index < size; index += 1) total += at(base, at(scope, index));
  return total;
}

/** The lines for which a test holds; the line in hand is as it was afterwards. */
export function linesFor(
  holds: (run: Run) => boolean,
  lines: readonly number[],
  run: Run,
): readonly number[] {
  const { line } = run;
  const found = lines.filter((each) => {
    run.line = each;
    return holds(run);
  });
  run.line = line;
  return found;
}

const LINES: Readonly<Record<Exclude<Measure['over'], 'unit'>, (run: Run) => readonly number[]>> = {
  line: ({ line }) => (line < 0 ? [] : [line]),
  scope: scopeOf,
  cart: linesOfCart,
  order: linesOfCart,
};

/** The standing's lines as a list. */
export function scopeOf({ scope, size }: Run): readonly number[] {
  const list = new Array<number>(size);
  for (let index = 0; index < size; index += 1) list[index] = at(scope, index);
  return list;
}

/** The lines of the cart that a promotion sees and counts. */
export function linesOfCart({ seen, uncounted, lines }: Run): readonly number[] {
  const all = countUp(seen);
  return uncounted ? all.filter((line) => !uncounted.has((lines[line] as CartLine).sku)) : all;
}

const COUNTED: (readonly number[])[] = [];

/** The shared list 0, 1, 2, … of a length. */
export function countUp(count: number): readonly number[] {
  if (count > 64) return Array.from({ length: count }, (_, index) => index);
  const list = COUNTED[count] ?? Array.from({ length: count }, (_, index) => index);
  COUNTED[count] = list;
  return list;
}

function unitMeasurer(measure: Measure, scope: Scope): NumberGetter {
  const { what, after } = measure;
  if (what === 'left' && after === undefined) return ({ line, unit }) => (line < 0 ? undefined : unit);
  if (what === 'quantity') return ({ line }) => (line < 0 ? undefined : 1);
  const sumUp = summerOf(measure, scope);
  return (run) => {
    const { line, lines } = run;
    if (line < 0) return undefined;
    const whole = sumUp(run, [line]);
    return whole === undefined ? undefined : divide(whole, lines[line]?.quantity ?? 1);
  };
}

function summerOf(
  measure: Measure,
  scope: Scope,
): (run: Run, lines: readonly number[]) => Exact | undefined {
  if (measure.what === 'count') return (_, lines) => lines.length;
  if (measure.what === 'skus') return (run, lines) => new Set(lines.map((line) => run.lines[line]?.sku)).size;
  const ofLine = ofLineIn(measure, scope);
  return (run, lines) => {
    let total: Exact = 0;
    for (const line of lines) {
      const value = ofLine(run, line);
      if (value === undefined) return undefined;
      total = add(total, value);
    }
    return total;
  };
}

function ofLineIn({ what, after, attribute = '', type }: Measure, { names }: Scope): OfLine {
  switch (what) {
    case 'list':
      return (run, line) => run.listOf(line);
    case 'quantity':
      return ({ lines }, line) => lines[line]?.quantity;
    case 'discount':
      return (run, line) => run.listOf(line) - at(run.base, line);
    case 'total':
      return totalOfAttribute(lineReader(attribute, names.slots.line.get(attribute) ?? -1), type);
    default: {
      if (after === undefined) return ({ base }, line) => at(base, line);
      const layer = names.layers.get(after) ?? -1;
      return (run, line) => run.after[layer]?.[line] ?? run.listOf(line);
    }
  }
}

/** `total of NAME`: money counts once for each unit, a number once for each line. */
function totalOfAttribute(get: ReturnType<typeof lineReader>, type: Measure['type']): OfLine {
  return ({ lines }, line) => {
    const found = lines[line];
    const value = found && get(found);
    if (found === undefined || value === undefined) return undefined;
    const amount = typeof value === 'string' ? decimal(value) : (value as Exact);
    return type === 'money' ? multiply(amount, found.quantity) : amount;
  };
}
