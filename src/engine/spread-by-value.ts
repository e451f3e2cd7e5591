import type { CartLine } from '../cart/types.js';
import { MAX_AMOUNT } from '../money/index.js';
import { allocate } from './allocate.js';
import type { Moment } from './moment.js';

/** What the shares of one spread leave over; a spread is finished before the next begins. */
let rests: Float64Array = new Float64Array(64);

/** Section 2, the default: the floor of each share by value, then one unit each to the largest fractions, ties by line id. */
export function spreadByValue(
  amount: number,
  sum: number,
  cells: Int32Array,
  size: number,
  moment: Moment,
): void {
  const { parts, base } = moment;
  parts.reserve(size);
  if (size === 1) return parts.add(cells[0] as number, sum, amount);
  if (amount * sum > MAX_AMOUNT) return spreadWide(amount, cells, size, moment);
  if (size > rests.length) rests = new Float64Array(size * 2);
  const rest = rests;
  const from = parts.size;
  const { cell: cellOf, base: baseOf, amount: amountOf } = parts;
  let part = from;
  let missing = amount;
  for (let index = 0; index < size; index += 1) {
    const cell = cells[index] as number;
    const weight = base[cell] as number;
    if (weight === 0) continue;
    const product = amount * weight;
    const share = Math.floor(product / sum);
    rest[part - from] = product - share * sum;
    missing -= share;
    cellOf[part] = cell;
    baseOf[part] = weight;
    amountOf[part] = share;
    part += 1;
  }
  parts.size = part;
  for (; missing > 0; missing -= 1) {
    const taker = largestRest(rest, part - from, from, moment);
    rest[taker] = -1;
    amountOf[from + taker] = (amountOf[from + taker] as number) + 1;
  }
}

/** The largest fraction that has no unit yet, the first by id where several are. */
function largestRest(rest: Float64Array, count: number, from: number, moment: Moment): number {
  let taker = 0;
  let most = rest[0] as number;
  for (let index = 1; index < count; index += 1) {
    const found = rest[index] as number;
    if (found > most || (found === most && isBefore(from + index, from + taker, moment))) {
      taker = index;
      most = found;
    }
  }
  return taker;
}

/** Whether the id of a part's cell comes before that of another of its kind. */
function isBefore(part: number, other: number, { parts, lines, lineCount, cart }: Moment): boolean {
  const cell = parts.cell[part] as number;
  const rival = parts.cell[other] as number;
  if (cell < lineCount) return (lines[cell] as CartLine).id < (lines[rival] as CartLine).id;
  const { shipping } = cart;
  return (shipping[cell - lineCount]?.id ?? '') < (shipping[rival - lineCount]?.id ?? '');
}

/** The same for products past 2^53. */
function spreadWide(amount: number, cells: Int32Array, size: number, moment: Moment): void {
  const { parts, base } = moment;
  const list = [...cells.subarray(0, size)];
  const weights = list.map((cell) => base[cell] as number);
  const spread = allocate(amount, list, weights, weights, DEFAULT, moment);
  for (const [index, cell] of spread.cells.entries())
    parts.add(cell, base[cell] as number, spread.parts[index] as number);
}

const DEFAULT = { share: 'down', remainder: 'largest-fraction', overflow: 'to-others' } as const;
