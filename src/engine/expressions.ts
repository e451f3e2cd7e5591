import type { CartLine, Charge, Value } from '../cart/types.js';
import type { Calculation, Condition, Measure, Read, Scalar } from '../plan/types.js';
import { add, compare, decimal, divide, type Exact, multiply, positive, subtract } from './exact.js';
import type { LoadedTable, Names } from './names.js';
import type { Moment } from './moment.js';

/** A value in hand: numbers, money (minor units) and instants are exact rationals. */
export type InHand = Exact | string | boolean | readonly string[];

/** Works out an expression; nothing when a value in it is missing. */
export type Getter<T = InHand> = (moment: Moment) => T | undefined;

export type NumberGetter = Getter<Exact>;

/** What expressions are compiled against; the table is that of the row in hand. */
export interface Scope {
  readonly names: Names;
  readonly table: LoadedTable | undefined;
  /** Compiles a condition; conditions and expressions hold each other. */
  test(condition: Condition): (moment: Moment) => boolean;
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
  return (moment) => {
    const value = get(moment);
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
  if (type === 'flag') return (moment) => stored(moment) ?? false;
  if (type !== 'number') return stored;
  return (moment) => {
    const value = stored(moment);
    return typeof value === 'string' ? decimal(value) : value;
  };
}

type Stored = (moment: Moment) => Value | Exact | undefined;

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
  return (moment) => {
    let total = first(moment);
    for (const get of others) {
      const value = get(moment);
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
type OfLine = (moment: Moment, line: number) => Exact | undefined;

/** Section 3, amounts: over the unit or line in hand, the standing's lines, the cart's, or the finished order. */
function measurerOf(measure: Measure, scope: Scope): NumberGetter {
  const { over, what, where } = measure;
  if (over === 'unit') return unitMeasurer(measure, scope);
  if (over === 'order' && what === 'pay' && !where) return (moment) => moment.totalLeft(0, moment.cellCount);
  const isPlainLeft = what === 'left' && measure.after === undefined && over === 'scope' && !where;
  if (isPlainLeft) return leftOfScope;
  const sumUp = summerOf(measure, scope);
  const lines = LINES[over];
  if (!where) return (moment) => sumUp(moment, lines(moment));
  const holds = scope.test(where);
  return (moment) => sumUp(moment, linesFor(holds, lines(moment), moment));
}

/** What is left on the standing's lines. */
export function leftOfScope({ scope, size, base }: Moment): number {
  let total = 0;
  for (let index = 0; index < size; index += 1) total += base[scope[index] as number] as number;
  return total;
}

/** The lines for which a test holds; the line in hand is as it was afterwards. */
export function linesFor(
  holds: (moment: Moment) => boolean,
  lines: readonly number[],
  moment: Moment,
): readonly number[] {
  const { line } = moment;
  const found = lines.filter((each) => {
    moment.line = each;
    return holds(moment);
  });
  moment.line = line;
  return found;
}

const LINES: Readonly<Record<Exclude<Measure['over'], 'unit'>, (moment: Moment) => readonly number[]>> = {
  line: ({ line }) => (line < 0 ? [] : [line]),
  scope: scopeOf,
  cart: linesOfCart,
  order: linesOfCart,
};

/** The standing's lines as a list. */
export function scopeOf({ scope, size }: Moment): readonly number[] {
  const list = new Array<number>(size);
  for (let index = 0; index < size; index += 1) list[index] = scope[index] as number;
  return list;
}

/** The lines of the cart that a promotion sees and counts. */
function linesOfCart({ seen, uncounted, lines }: Moment): readonly number[] {
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
  return (moment) => {
    const { line, lines } = moment;
    if (line < 0) return undefined;
    const whole = sumUp(moment, [line]);
    return whole === undefined ? undefined : divide(whole, lines[line]?.quantity ?? 1);
  };
}

function summerOf(
  measure: Measure,
  scope: Scope,
): (moment: Moment, lines: readonly number[]) => Exact | undefined {
  if (measure.what === 'count') return (_, lines) => lines.length;
  if (measure.what === 'skus')
    return (moment, lines) => new Set(lines.map((line) => moment.lines[line]?.sku)).size;
  const ofLine = ofLineIn(measure, scope);
  return (moment, lines) => {
    let total: Exact = 0;
    for (const line of lines) {
      const value = ofLine(moment, line);
      if (value === undefined) return undefined;
      total = add(total, value);
    }
    return total;
  };
}

function ofLineIn({ what, after, attribute = '', type }: Measure, { names }: Scope): OfLine {
  switch (what) {
    case 'list':
      return (moment, line) => moment.listOf(line);
    case 'quantity':
      return ({ lines }, line) => lines[line]?.quantity;
    case 'discount':
      return (moment, line) => moment.listOf(line) - (moment.base[line] as number);
    case 'total':
      return totalOfAttribute(lineReader(attribute, names.slots.line.get(attribute) ?? -1), type);
    default: {
      if (after === undefined) return ({ base }, line) => base[line];
      const layer = names.layers.get(after) ?? -1;
      return (moment, line) => moment.after[layer]?.[line] ?? moment.listOf(line);
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
