import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CartInput, load } from '../../src/index.js';
import { RUNS } from '../support/runs.js';
import { copyOf, examples, sealed } from './support.js';

/** A member of some object, or an element of some list, within a value. */
interface Spot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly name: string;
}

function spotsIn(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Spot['holder'];
  return Object.entries(value).flatMap(([name, member]) => [{ holder, name }, ...spotsIn(member)]);
}

/** What may stand in a plan's place of another value. */
const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 0.5, '', '1', 'x', [], {}, [[]], [null]),
  fc.constantFrom<unknown>(
    '-1',
    '0',
    '0.5',
    '99999999999999999999',
    'text',
    'number',
    'line',
    'scope',
    'left',
    'take',
    'pay',
    '__proto__',
    'toString',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

interface Change {
  readonly how: 'replace' | 'remove' | 'add' | 'swap';
  readonly at: number;
  readonly other: number;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('replace', 'remove', 'add', 'swap'),
  at: fc.nat(),
  other: fc.nat(),
  value: wrongValue,
});

/** Changes one place of the rules; `swap` puts there what stands elsewhere. */
function changed(rules: unknown, { how, at, other, value }: Change): void {
  const spots = spotsIn(rules);
  const spot = spots[at % spots.length];
  const from = spots[other % spots.length];
  if (!spot || !from) return;
  const holder = spot.holder as Record<string, unknown>;
  if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(spot.name), 1);
  else if (how === 'remove') Reflect.deleteProperty(holder, spot.name);
  else if (how === 'add') holder[JSON.stringify(value)] = copyOf(value);
  else if (how === 'replace') holder[spot.name] = copyOf(value);
  else holder[spot.name] = copyOf((from.holder as Record<string, unknown>)[from.name]);
}

/** Loads a plan and, where it is taken, prices carts by it. */
function use(plan: unknown, carts: readonly CartInput[]): string {
  const loaded = load(plan as string);
  if (!loaded.ok) return loaded.error.code;
  // Written out, because a breakdown tells some of its members when they are read.
  for (const cart of carts) JSON.stringify(loaded.pricer.price(cart, { hints: true }));
  return 'priced';
}

const all = examples();

describe('rules that no compiler wrote, under a checksum that holds', () => {
  test.each(all)('of $folder: are refused, or price without a fault', ({ plan, carts }) => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const rules: unknown = copyOf(plan.rules);
        for (const one of changes) changed(rules, one);
        outcomes.add(use(sealed(copyOf(rules)), carts));
      }),
      { numRuns: RUNS },
    );
    expect([...outcomes].sort()).toContain('RP0004');
  });
});
