import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../../src/breakdown/types.js';
import type { Finding } from '../../src/verify/failure.js';
import { verify } from '../../src/verify/verify.js';
import { RUNS } from '../support/runs.js';
import { edited } from './edit.js';
import { sound } from './sound.js';

function shapesOf(value: unknown): readonly string[] {
  return verify(value).map(
    ({ equation, path, expected, found }) => `${equation} ${path}: ${expected}, ${found}`,
  );
}

describe('what is no breakdown at all', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  it.each<[what: string, value: unknown, found: string]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'null'],
    ['a number', 7, '7'],
    ['a text', '{}', '"{}"'],
    ['a list', [sound.example], 'a list'],
    ['a function', () => 1, 'nothing'],
    ['a number that JSON does not have', Number.NaN, 'null'],
    ['a bigint', 7n, 'nothing'],
    ['a cycle', cycle, 'nothing'],
    [
      'an object whose member throws',
      Object.defineProperty({}, 'total', { enumerable: true, get: fault }),
      'nothing',
    ],
    ['a proxy that throws', new Proxy({}, { ownKeys: fault }), 'nothing'],
    ['an object that prints as another', { toJSON: () => 'x' }, '"x"'],
  ])('%s', (_, value, found) => {
    expect(shapesOf(value)).toEqual([`shape : an object, ${found}`]);
  });

  it('an empty object lacks every member that is not optional', () => {
    const findings = verify({});
    expect(findings.map(({ path }) => path).join(' ')).toBe(
      'reckon currency at ruleset optimal total lines shipping promotions refused gifts funding commission violations unchecked',
    );
    expect(findings[0]?.message).toBe(
      'a breakdown has the members that its documentation names, and no others: expected a value, found nothing',
    );
  });
});

function fault(): never {
  throw new Error('no');
}

describe('a member that is not as it should be', () => {
  it.each<[place: string, value: unknown, finding: string]>([
    ['reckon', 2, 'reckon: 1, 2'],
    ['currency', 'yuan', 'currency: a currency code, "yuan"'],
    ['amounts', 'major', 'amounts: "minor", "major"'],
    ['ruleset', 'sha256:00', 'ruleset: `sha256:` and 64 hexadecimal digits, "sha256:00"'],
    ['optimal', 'yes', 'optimal: true or false, "yes"'],
    ['total', [], 'total: an object, a list'],
    ['total.pay', null, 'total.pay: an amount of money, null'],
    ['total.pay', '62,55', 'total.pay: an amount of money, "62,55"'],
    ['total.pay', '062.55', 'total.pay: an amount of money, "062.55"'],
    ['total.pay', '-0.00', 'total.pay: an amount of money, "-0.00"'],
    ['total.pay', '1e2', 'total.pay: an amount of money, "1e2"'],
    ['total.pay', 62.5, 'total.pay: an amount of money, 62.5'],
    ['total.pay', 2 ** 53, 'total.pay: an amount of money, 9007199254740992'],
    ['total.tax', '1.00', 'total.tax: no such member, "1.00"'],
    ['total.__proto__x', {}, 'total["__proto__x"]: no such member, an object'],
    ['lines', {}, 'lines: a list, an object'],
    ['lines[0].quantity', 0, 'lines[0].quantity: a whole number from 1, 0'],
    ['lines[0].quantity', 1.5, 'lines[0].quantity: a whole number from 1, 1.5'],
    ['lines[0].adjustments[1].for', 'tea', 'lines[0].adjustments[1].for: an object, "tea"'],
    [
      'lines[0].adjustments[1].for.store',
      null,
      'lines[0].adjustments[1].for.store: a text, a number or a flag, null',
    ],
    ['lines[0].adjustments[0].layer', null, 'lines[0].adjustments[0].layer: a text, null'],
    ['lines[0].units[0].count', -1, 'lines[0].units[0].count: a whole number from 0, -1'],
    ['promotions[0].kind', 'gift', 'promotions[0].kind: "promotion" or "coupon", "gift"'],
    ['promotions[0].steps[0].percent', '15%', 'promotions[0].steps[0].percent: a decimal, or `n/d`, "15%"'],
    ['promotions[0].steps[0].percent', '15/0', 'promotions[0].steps[0].percent: a decimal, or `n/d`, "15/0"'],
    [
      'promotions[3].steps[0].allocation.sum',
      '72.55',
      'promotions[3].steps[0].allocation.sum: a whole number as text, "72.55"',
    ],
    [
      'promotions[4].threshold.kind',
      'weigh',
      'promotions[4].threshold.kind: "spend" or "buy" or "every-amount" or "every-units", "weigh"',
    ],
    [
      'promotions[4].threshold',
      { kind: 'buy', measured: '3', reached: 2 },
      'promotions[4].threshold.measured: a whole number from 0, "3"',
    ],
    ['refused[0].reason', 'luck', 'refused[0].reason: a reason, "luck"'],
    ['refused[0].reason', 'constructor', 'refused[0].reason: a reason, "constructor"'],
    ['refused[0].missing', undefined, 'refused[0].missing: a value, nothing'],
    ['refused[1]', null, 'refused[1]: an object, null'],
    ['refused[1]', {}, 'refused[1].reason: a reason, nothing'],
    ['refused[1].failed[0].seen', [], 'refused[1].failed[0].seen: an object, a list'],
    ['refused[1].failed[0].seen', { a: [1] }, 'refused[1].failed[0].seen.a[0]: a text, 1'],
    ['funding', { tea: 'much' }, 'funding.tea: an amount of money, "much"'],
    ['funding', { 'its store': true }, 'funding["its store"]: an amount of money, true'],
    ['commission', { host: 'x'.repeat(99) }, `commission.host: an amount of money, "${'x'.repeat(59)}…`],
  ])('%s', (place, value, finding) => {
    expect(shapesOf(edited(sound.example, { [place]: value }))).toContain(`shape ${finding}`);
  });

  it('is all that is told, for other equations would stumble over it', () => {
    const findings = verify(edited(sound.example, { 'lines[0].pay': null, 'total.pay': '0.01' }));
    expect(findings.map(({ equation }) => equation)).toEqual(['shape']);
  });
});

describe('names from outside', () => {
  it('may be those of every object', () => {
    const text = JSON.stringify(sound.parcels)
      .replaceAll('"brand"', '"__proto__"')
      .replaceAll('"shop":', '"constructor":')
      .replaceAll('"A"', '"__proto__"')
      .replaceAll('"K550"', '"toString"');
    expect(verify(JSON.parse(text))).toEqual([]);
  });
});

const values = [
  null,
  true,
  -1,
  0,
  1.5,
  1e300,
  '',
  '1',
  '-1.00',
  '1/3',
  'x',
  [],
  {},
  [[]],
  { a: {} },
] as const;

/** Every place in a value by its path. */
function placesIn(json: unknown, path = ''): readonly string[] {
  const below =
    typeof json === 'object' && json !== null
      ? Object.entries(json).flatMap(([name, item]) => placesIn(item, path === '' ? name : `${path}.${name}`))
      : [];
  return path === '' ? below : [path, ...below];
}

describe('never throws', () => {
  it('on any value', () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(verify(value)).not.toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(sound))('on %s with other values in some places', (_, breakdown: Breakdown) => {
    const change = fc.tuple(fc.constantFrom(...placesIn(breakdown)), fc.constantFrom(...values));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        expect(() => verify(changed(breakdown, changes))).not.toThrow();
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(sound))('on %s with members taken out', (_, breakdown: Breakdown) => {
    for (const place of placesIn(breakdown)) {
      const findings: readonly Finding[] = verify(changed(breakdown, [[place, undefined]]));
      expect(Array.isArray(findings)).toBe(true);
    }
  });
});

/** Later changes may find that their place has gone; then they are left out. */
function changed(breakdown: Breakdown, changes: readonly (readonly [string, unknown])[]): unknown {
  const copy: unknown = structuredClone(breakdown);
  for (const [place, value] of changes) {
    const names = place.split('.');
    const last = names.pop() ?? '';
    let at: unknown = copy;
    for (const name of names) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
    if (typeof at === 'object' && at !== null) Reflect.set(at, last, value);
  }
  return copy;
}
