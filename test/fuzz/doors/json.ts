import type { Random } from '../../support/generate/random.js';
import { HOSTILE } from './text.js';

type Holder = Record<string, unknown> | unknown[];

/** A member of some object, or an element of some list. */
interface Spot {
  readonly holder: Holder;
  readonly name: string;
}

/** What JSON cannot be written from: numbers no double holds, members twice, depths, halves of characters. */
const RAW: readonly string[] = [
  ['1e999', '-1e999', '1e-999', '-0', '-0.0', '1.0', '1e2', '1E+2', '0.1', '9007199254740993'],
  ['9'.repeat(400), `0.${'0'.repeat(400)}1`, '"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\\u202e"'],
  ['{"__proto__":{"price":"0.00"}}', '{"constructor":{"prototype":{"x":1}}}', '{"id":"1","id":"2"}'],
  [`${'['.repeat(3000)}${']'.repeat(3000)}`, `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`],
].flat();

/** Where JSON text of its own goes in, once the value round it is written. */
const MARK = '\u0001raw\u0001';

const PLAIN: readonly unknown[] = [
  [
    null,
    true,
    false,
    0,
    1,
    -1,
    2,
    0.5,
    1e21,
    1e-7,
    2 ** 53,
    2 ** 31,
    '',
    '0',
    '1',
    '-1',
    '0.5',
    '1.00',
    '1.001',
  ],
  ['2026-11-11T00:30:00+08:00', '2026-02-30T00:00:00Z', '2026-11-11T23:59:60Z', '+275760-09-13T00:00:01Z'],
  [[], {}, [[]], [null], { id: 'x' }, ['a', 'a'], [''], Array.from({ length: 500 }, () => 'a')],
].flat();

/** JSON text of a value with a few places changed. */
export function mutatedJson(value: unknown, random: Random): string {
  const whole: unknown = { value: JSON.parse(JSON.stringify(value)) as unknown };
  const raw: string[] = [];
  for (let left = random.pick([0, 1, 1, 1, 2, 3, 6]); left > 0; left -= 1) change(whole, raw, random);
  const text = JSON.stringify((whole as { value: unknown }).value, undefined, random.pick([0, 0, 2])) ?? '';
  let next = 0;
  return text.replaceAll(JSON.stringify(MARK), () => raw[next++] ?? 'null');
}

function change(whole: unknown, raw: string[], random: Random): void {
  const spots = spotsIn(whole);
  if (spots.length === 0) return;
  const { holder, name } = random.pick(spots);
  const isList = Array.isArray(holder);
  const own = valueAt({ holder, name });
  switch (random.pick(WAYS)) {
    case 'put':
      return set(holder, name, random.pick(random.chance(0.5) ? PLAIN : HOSTILE));
    case 'near':
      return set(holder, name, near(own, random));
    case 'copy':
      return isList
        ? void holder.splice(Number(name), 0, copyOf(own))
        : set(holder, random.pick(spots).name, own);
    case 'move':
      return set(holder, name, valueAt(random.pick(spots)));
    case 'drop':
      return isList ? void holder.splice(Number(name), 1) : void Reflect.deleteProperty(holder, name);
    case 'name':
      return isList ? void holder.push(copyOf(random.pick(PLAIN))) : set(holder, random.pick(HOSTILE), own);
    case 'many':
      return set(
        holder,
        name,
        Array.from({ length: random.pick([10, 300]) }, () => own),
      );
    case 'raw':
      if (raw.length > 0) return undefined;
      raw.push(random.pick(RAW));
      return set(holder, name, MARK);
  }
}

const WAYS = ['put', 'put', 'put', 'near', 'near', 'copy', 'move', 'drop', 'name', 'many', 'raw'] as const;

/** A value of the same kind, not far from the one that stands there. */
function near(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.pick([-1, 1, 0.5, -value, value, 1e6]);
  if (typeof value !== 'string') return value;
  const number = /^-?\d+(\.\d+)?$/.exec(value);
  if (!number)
    return random.pick([value.toUpperCase(), `${value} `, value.slice(1), value + random.pick(HOSTILE)]);
  const decimals = number[1]?.length ?? 1;
  const moved = Number(value) + random.pick([1, -1, 10, 0.01, 1e6, -Number(value)]);
  return random.pick([
    moved.toFixed(decimals - 1 > 0 ? decimals - 1 : 0),
    `${value}0`,
    `-${value}`,
    `${value}.0`,
  ]);
}

/** An own member, whatever its name; a copy, because what holds this place may be moved into it. */
function set(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value: copyOf(value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function valueAt({ holder, name }: Spot): unknown {
  return (holder as Record<string, unknown>)[name];
}

function copyOf(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

function spotsIn(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(value).flatMap((name) => [{ holder, name }, ...spotsIn(valueAt({ holder, name }))]);
}
