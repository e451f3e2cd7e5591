import type { Adjustment } from '../breakdown/types.js';
import { type Grant, nameOf } from './grant.js';
import type { GrantParts } from './plain-steps.js';
import type { Context } from './print.js';
import type { Printer } from './printer.js';
import type { Run } from './run.js';

const NONE: readonly never[] = Object.freeze([]);

/** The numbers of each part: its cell, what was left on it, what was taken. */
const COLUMNS = 3;

/** How one price came about, in numbers: what the lines and promotions of a breakdown are told from. */
export class Audit implements Context {
  readonly printer: Printer;
  /** The lines and charges of the breakdown, for their ids. */
  lines: Context['lines'] = NONE;
  shipping: Context['shipping'] = NONE;
  readonly #grants: readonly Grant[];
  readonly #parts: readonly number[];
  /** By cell, once anybody asked. */
  #adjustments: (readonly Adjustment[])[] | undefined;

  constructor({ printer, grants, parts }: Run) {
    const { size, cell, base, amount } = parts;
    const kept = new Array<number>(size * COLUMNS);
    for (let part = 0, index = 0; part < size; part += 1) {
      kept[index++] = cell[part] as number;
      kept[index++] = base[part] as number;
      kept[index++] = amount[part] as number;
    }
    this.printer = printer;
    this.#grants = grants;
    this.#parts = kept;
    this.#adjustments = undefined;
  }

  /** What was taken off a line or charge, in order of application. */
  adjustmentsOf(cell: number): readonly Adjustment[] {
    this.#adjustments ??= this.#adjust();
    return this.#adjustments[cell] ?? NONE;
  }

  #adjust(): (readonly Adjustment[])[] {
    const told: Adjustment[][] = [];
    for (const grant of this.#grants)
      for (let index = grant.from * COLUMNS; index < grant.to * COLUMNS; index += COLUMNS) {
        const amount = this.#parts[index + 2] as number;
        if (amount === 0) continue;
        const adjustment = adjust(grant, this.#parts[index + 1] as number, amount, this.printer);
        (told[this.#parts[index] as number] ??= []).push(adjustment);
      }
    return told;
  }

  /** The parts of one grant. */
  partsOf({ from, to }: Grant): GrantParts {
    const count = to - from;
    const cells = new Array<number>(count);
    const bases = new Array<number>(count);
    const amounts = new Array<number>(count);
    for (let part = 0, index = from * COLUMNS; part < count; part += 1) {
      cells[part] = this.#parts[index++] as number;
      bases[part] = this.#parts[index++] as number;
      amounts[part] = this.#parts[index++] as number;
    }
    return { cells, bases, amounts };
  }
}

/** The shapes that most adjustments have are written in place, because spreading members costs ten times as much. */
function adjust(
  { rule, label, place }: Grant,
  partBase: number,
  partAmount: number,
  printer: Printer,
): Adjustment {
  const { id: promotion, layerName: layer } = rule;
  const amount = printer.money(partAmount);
  const base = printer.money(partBase);
  if (place !== undefined) {
    const name = nameOf({ label, place });
    return layer === undefined
      ? { promotion, ...name, amount, base }
      : { promotion, ...name, layer, amount, base };
  }
  if (layer === undefined)
    return label ? { promotion, for: label, amount, base } : { promotion, amount, base };
  return label ? { promotion, for: label, layer, amount, base } : { promotion, layer, amount, base };
}
