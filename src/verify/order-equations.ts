import type { Standing } from '../breakdown/types.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds } from './failure.js';
import { compareText, standingKey } from './postings.js';

/** That everything stands in order of evaluation, and once. */
export const orderEquations: readonly Equation[] = [
  { name: 'ids', says: 'no two lines and no two charges have one id', failures: ids },
  {
    name: 'order',
    says: 'the adjustments of a line stand in the order of `promotions`',
    failures: order,
  },
  {
    name: 'runs',
    says: 'the promotions of a layer stand together, and so do the standings of a promotion',
    failures: runs,
  },
  { name: 'standing-order', says: 'standings of a promotion stand by value or row', failures: standingOrder },
];

function* ids({ priced }: Audit): Generator<Failure> {
  const seen = new Set<string>();
  for (const { path, kind, id } of priced) {
    const key = `${kind} ${id}`;
    yield* holds(!seen.has(key), `${path}.id`, 'an id of its own', JSON.stringify(id));
    seen.add(key);
  }
}

function* order({ priced, byKey }: Audit): Generator<Failure> {
  for (const { path, adjustments } of priced) {
    let latest = -1;
    for (const [index, adjustment] of adjustments.entries()) {
      const place = byKey.get(standingKey(adjustment))?.place ?? latest;
      const at = `${path}.adjustments[${index}]`;
      yield* holds(place >= latest, at, `a place after promotions[${latest}]`, `promotions[${place}]`);
      latest = Math.max(latest, place);
    }
  }
}

interface Listed {
  readonly promotion?: string;
  readonly layer?: string;
}

function* runs({ breakdown: { promotions, refused } }: Audit): Generator<Failure> {
  const lists: readonly (readonly [string, readonly Listed[]])[] = [
    ['promotions', promotions],
    ['refused', refused],
  ];
  for (const [path, entries] of lists) {
    yield* together(path, entries, 'layer');
    yield* together(path, entries, 'promotion');
  }
}

/** Entries of one layer, or one promotion, with none of another between them; entries without are passed over. */
function* together(path: string, entries: readonly Listed[], member: keyof Listed): Generator<Failure> {
  const ended = new Set<string>();
  let current: string | undefined;
  for (const [index, entry] of entries.entries()) {
    const name = entry[member];
    if (name === undefined || name === current) continue;
    const at = `${path}[${index}].${member}`;
    yield* holds(!ended.has(name), at, `beside the other entries of ${name}`, `after those of ${current}`);
    if (current !== undefined) ended.add(current);
    current = name;
  }
}

function* standingOrder({ breakdown: { promotions, refused } }: Audit): Generator<Failure> {
  for (const [path, entries] of [
    ['promotions', promotions],
    ['refused', refused],
  ] as const) {
    for (const [index, entry] of entries.entries()) {
      const before = entries[index - 1];
      if (before === undefined || before.promotion === undefined || before.promotion !== entry.promotion)
        continue;
      yield* holds(inOrder(before, entry), `${path}[${index}]`, 'by value or row', 'out of order');
    }
  }
}

function inOrder(a: Standing, b: Standing): boolean {
  if (a.for === undefined && a.row !== undefined && b.row !== undefined) return a.row.line <= b.row.line;
  const [one] = Object.values(a.for ?? {});
  const [other] = Object.values(b.for ?? {});
  return one === undefined || other === undefined || valuesInOrder(one, other);
}

/** Numbers by size, false before true, texts by code unit; digits may be either, for decimals are written as text. */
function valuesInOrder(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) <= Number(b);
  return compareText(a, b) <= 0 || (DECIMAL.test(a) && DECIMAL.test(b) && Number(a) <= Number(b));
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
