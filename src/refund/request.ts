import { shown } from '../shown.js';
import { isRecord } from '../verify/shape.js';
import type { Units } from './position.js';
import type { Sale } from './sale.js';
import type { Refund, RefundError } from './types.js';

/** Units that come back now, by line. */
export type Requested =
  | { readonly ok: true; readonly units: Units }
  | { readonly ok: false; readonly errors: readonly RefundError[] };

/** How many units have come back before, by line. */
export function unitsBefore(after: Refund | undefined): Units {
  return new Map(after?.lines.map(({ id, before, returned }) => [id, BigInt(before + returned)]));
}

export function unitsPlus(before: Units, now: Units): Units {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return new Map([...ids].map((id) => [id, (before.get(id) ?? 0n) + (now.get(id) ?? 0n)]));
}

/** Reads what is asked to come back, from whoever asks; a line that is named twice comes back twice. */
export function requestedOf(returns: unknown, sale: Sale, before: Units): Requested {
  if (returns === 'all') return allLeft(sale, before);
  if (!Array.isArray(returns) || returns.length === 0)
    return { ok: false, errors: [{ code: 'RF0005', path: 'returns', message: NOTHING }] };
  const reader = new Reader(sale, before);
  for (const [index, one] of returns.entries()) reader.read(one, `returns[${index}]`);
  return reader.result;
}

const NOTHING = 'nothing comes back: name a line, or say that all that is left of the order comes back';

function allLeft({ lines }: Sale, before: Units): Requested {
  const left = lines.map(({ id, quantity }) => [id, quantity - (before.get(id) ?? 0n)] as const);
  const units = new Map(left.filter(([, count]) => count > 0n));
  if (units.size > 0) return { ok: true, units };
  const message =
    lines.length === 0 ? 'the order has no lines: nothing can come back' : 'everything has come back already';
  return { ok: false, errors: [{ code: 'RF0007', path: 'returns', message }] };
}

class Reader {
  readonly #quantities: ReadonlyMap<string, bigint>;
  readonly #before: Units;
  readonly #units = new Map<string, bigint>();
  readonly #errors: RefundError[] = [];

  constructor({ lines }: Sale, before: Units) {
    this.#quantities = new Map(lines.map(({ id, quantity }) => [id, quantity]));
    this.#before = before;
  }

  get result(): Requested {
    if (this.#errors.length > 0) return { ok: false, errors: this.#errors };
    return { ok: true, units: this.#units };
  }

  read(one: unknown, path: string): void {
    const { line, units } = isRecord(one) ? one : { line: undefined, units: undefined };
    const quantity = typeof line === 'string' ? this.#quantities.get(line) : undefined;
    if (typeof line !== 'string' || quantity === undefined) {
      this.#fail('RF0005', `${path}.line`, this.#noLine(line));
      return;
    }
    if (units !== undefined && !isCount(units)) {
      const found = typeof units === 'number' ? String(units) : typeof units;
      this.#fail('RF0006', `${path}.units`, `units must be a whole number from 1, found ${found}`);
      return;
    }
    const left = quantity - (this.#before.get(line) ?? 0n) - (this.#units.get(line) ?? 0n);
    const count = units === undefined ? left : BigInt(units);
    if (count > left || count === 0n)
      this.#fail('RF0007', `${path}.units`, tooMany(line, units ?? count, left, quantity));
    else this.#units.set(line, (this.#units.get(line) ?? 0n) + count);
  }

  #noLine(line: unknown): string {
    const found = typeof line === 'string' ? `is named \`${line}\`` : `is named so (${typeof line})`;
    const ids = [...this.#quantities.keys()];
    const some = ids.slice(0, MOST_NAMED).map((id) => `\`${id}\``);
    const more = ids.length > some.length ? ', …' : '';
    return `no line of the breakdown ${found}: there ${ids.length === 0 ? 'is none' : `are ${some.join(', ')}${more}`}`;
  }

  #fail(code: RefundError['code'], path: string, message: string): void {
    this.#errors.push({ code, path, message: shown(message) });
  }
}

/** How many lines a message names, at most. */
const MOST_NAMED = 8;

function isCount(units: unknown): units is number {
  return Number.isInteger(units) && Number(units) >= 1;
}

function tooMany(line: string, count: bigint | number, left: bigint, quantity: bigint): string {
  if (left === 0n) return `all ${quantity} of line \`${line}\` have come back already`;
  return `${count} of line \`${line}\` cannot come back: of ${quantity}, ${left} ${left === 1n ? 'is' : 'are'} left`;
}
