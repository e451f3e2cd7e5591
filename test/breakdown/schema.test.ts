import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { breakdownJsonSchema, breakdownSchema } from '../../src/breakdown/schema.js';
import type { Breakdown } from '../../src/breakdown/types.js';
import { whole } from './whole.js';

const byJsonSchema = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(breakdownJsonSchema());

/** The example of `docs/language.md`, section 6. */
const example: Breakdown = {
  reckon: 1,
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  ruleset: `sha256:${'0'.repeat(64)}`,
  optimal: true,
  total: { list: '258.00', discount: '31.90', shipping: '0.00', pay: '226.10' },
  lines: [
    {
      id: '1',
      sku: 'SHIRT',
      quantity: 2,
      list: '258.00',
      adjustments: [
        { promotion: 'store-tiers', for: { store: 'S1' }, layer: 'store', amount: '20.00', base: '258.00' },
        { promotion: 'vip-5', layer: 'member', amount: '11.90', base: '238.00' },
      ],
      pay: '226.10',
      units: [{ count: 2, pay: '113.05' }],
    },
  ],
  shipping: [
    {
      id: 'shipping',
      list: '10.00',
      adjustments: [{ promotion: 'postage', layer: 'shipping', amount: '10.00', base: '10.00' }],
      pay: '0.00',
    },
  ],
  promotions: [],
  refused: [],
  gifts: [],
  funding: {},
  commission: {},
  violations: [],
  unchecked: [],
};

describe('the schema of a breakdown', () => {
  it.each([
    ['the example of the language', example],
    ['every member there is', whole],
  ])('accepts %s', (_, breakdown) => {
    expect(breakdownSchema.parse(breakdown)).toEqual(breakdown);
    byJsonSchema(breakdown);
    expect(byJsonSchema.errors).toBeNull();
  });

  it('refuses a member more in every object but those with names of their own', () => {
    const open = /\.(for|funding|commission|seen)$/;
    const places = objectsOf(whole).filter(({ path }) => !open.test(path));
    expect(places.length).toBeGreaterThan(35);
    for (const { path, at } of places)
      expectRefused(
        changed(whole, at, (object) => ({ ...object, more: 1 })),
        path,
      );
  });

  it('refuses `null` for every member', () => {
    for (const { path, at, members } of objectsOf(whole)) {
      for (const name of members) {
        expectRefused(
          changed(whole, at, (object) => ({ ...object, [name]: null })),
          `${path}.${name}`,
        );
      }
    }
  });

  it('misses every member that the smallest breakdown has', () => {
    for (const { path, at, members } of objectsOf(example)) {
      for (const name of members.filter((each) => each !== 'for' && each !== 'layer' && each !== 'store')) {
        expectRefused(
          changed(example, at, (object) => without(object, name)),
          `${path} without ${name}`,
        );
      }
    }
  });

  it.each(['1.', '.5', '01.00', '1,00', '', '-1.00', ' 1.00', '1e3', 1.5, -1, 2 ** 53])(
    'refuses the amount %j',
    (amount) => {
      expectRefused({ ...example, total: { ...example.total, pay: amount } }, String(amount));
    },
  );
});

function expectRefused(breakdown: unknown, what: string): void {
  const accepted = { zod: breakdownSchema.safeParse(breakdown).success, jsonSchema: byJsonSchema(breakdown) };
  expect({ what, ...accepted }).toEqual({ what, zod: false, jsonSchema: false });
}

type Members = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: string;
  readonly at: readonly string[];
  readonly members: readonly string[];
}

/** Every object in a value, with the way to it. */
function objectsOf(value: unknown, at: readonly string[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([name, member]) => objectsOf(member, [...at, name]));
  return Array.isArray(value)
    ? within
    : [{ path: `.${at.join('.')}`, at, members: Object.keys(value) }, ...within];
}

/** A copy with one object in it changed. */
function changed(value: unknown, at: readonly string[], change: (object: Members) => Members): unknown {
  const [name, ...rest] = at;
  if (name === undefined) return change(value as Members);
  const entries = Object.entries(value as Members).map(([each, member]) => [
    each,
    each === name ? changed(member, rest, change) : member,
  ]);
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function without(object: Members, name: string): Members {
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
}
