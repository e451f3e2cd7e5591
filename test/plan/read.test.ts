import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load, type LoadResult, type Plan, planOf } from '../../src/index.js';
import { RUNS } from '../support/runs.js';
import { copyOf, rulesetOf, sealed } from './support.js';

const RULES = `currency CNY
timezone Asia/Shanghai

line has store text, category text
customer has tier one of none, vip

promotion late "Nachtrabatt" 
  when customer.tier is vip
  active between 22:00 and 02:00 on mondays
  on lines where category is not "书"
  every 100.00 take 10.00 off capped at 30.00

coupon SPRING
  for each store
  spend 50.00 take 5% off
`;

const plan = planOf(rulesetOf(RULES));
const text = JSON.stringify(plan);

/** What a caller without types may pass. */
const anything = (value: unknown): LoadResult => load(value as Plan);

function codeOf(result: LoadResult): string {
  return result.ok ? 'loaded' : result.error.code;
}

type Holder = Record<string | number, unknown>;

/** The plan with another value at a path of its rules (nothing for `undefined`), under a checksum that holds. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const rules = copyOf(plan.rules);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((at, name) => at[name] as Holder, rules as unknown as Holder);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return sealed(rules);
}

describe('a plan is loaded', () => {
  test('from its value, its text, and its text in other layouts', () => {
    for (const form of [plan, text, JSON.stringify(plan, null, 2), ` ${text}\n`])
      expect(load(form)).toMatchObject({ ok: true, pricer: { digest: plan.rules.ruleset } });
  });

  test('with its members in any order, as tools that store JSON leave them', () => {
    const reversed = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(reversed);
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, reversed(member)]),
      );
    };
    expect(JSON.stringify(reversed(plan))).not.toBe(text);
    expect(codeOf(anything(reversed(plan)))).toBe('loaded');
  });

  test('whose checksum is what the docs say', () => {
    const { promotions, ...others } = plan.rules;
    const hash = createHash('sha256').update(canonicalize(others) ?? '');
    for (const promotion of promotions) hash.update(canonicalize(promotion) ?? '');
    expect(plan.checksum).toBe(`sha256:${hash.digest('hex')}`);
  });

  test('and stays as it was', () => {
    const kept = copyOf(plan);
    load(kept);
    expect(kept).toEqual(plan);
  });
});

describe('what is no plan of ours is refused', () => {
  test.each<[what: string, input: unknown]>([
    ['no JSON', 'currency CNY'],
    ['a text that breaks off', text.slice(0, -1)],
    ['an empty text', ''],
    ['a cart', { currency: 'CNY', lines: [] }],
    ['a list', [plan]],
    ['nothing', undefined],
    ['a plan of a later version', { ...plan, reckonPlan: 2 }],
    ['a version that is no number', { ...plan, reckonPlan: '1' }],
    ['no rules', { reckonPlan: 1, checksum: plan.checksum }],
    ['no checksum', { reckonPlan: 1, rules: plan.rules }],
    ['another checksum', { ...plan, checksum: plan.checksum.toUpperCase() }],
    ['rules with a change', { ...plan, rules: { ...plan.rules, searchLimit: 1 } }],
    ['rules without a member', changed(['layers'], undefined)],
    ['rules with a member of another compiler', changed(['tax'], [])],
    ['a promotion without an offer', changed(['promotions', 0, 'opens'], undefined)],
    ['a promotion of a layer that is not there', changed(['promotions', 1, 'layer'], 7)],
    ['a number read as a text', changed(['promotions', 0, 'lines', 'left', 'type'], 'number')],
    ['an attribute that is not declared', changed(['promotions', 0, 'lines', 'left', 'name'], 'colour')],
    [
      'a time zone that the host lacks',
      changed(['promotions', 0, 'windows', 0, 'recurring', 'timezone'], 'Mars/Olympus'),
    ],
  ])('%s', (_, input) => {
    const result = anything(input);
    expect(result.ok ? 'loaded' : `${result.error.code}: ${result.error.message}`).toMatchSnapshot();
  });

  test('members that JSON cannot hold, and values that will not be looked at', () => {
    const circular: Record<string, unknown> = { ...plan };
    circular['rules'] = { ...plan.rules, promotions: [circular] };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const throwing = {
      get reckonPlan(): never {
        throw new Error('no');
      },
    };
    const big = { ...plan, rules: { ...plan.rules, searchLimit: 1n } };
    for (const input of [circular, revoked.proxy, throwing, big, Symbol('plan'), () => plan])
      expect(codeOf(anything(input))).toBe('RP0001');
  });

  test('lists nested deeper than any stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const hostile = `{"reckonPlan":1,"checksum":"","rules":{"promotions":${deep}}}`;
    expect(codeOf(load(hostile))).toBe('RP0001');
  });

  test('a member named `__proto__` does not slip past the checksum', () => {
    for (const place of ['"layers"', '"promotions"', '"currency":{"code"']) {
      const name = place.includes('{') ? '"code"' : place;
      const hostile = text.replace(name, `"__proto__":{"title":"x"},${name}`);
      expect(hostile).not.toBe(text);
      expect(codeOf(load(hostile))).toBe('RP0003');
      expect(codeOf(anything(sealed((JSON.parse(hostile) as Plan).rules)))).toBe('RP0004');
    }
  });
});

/** A plan whose text differs in one place: a byte changed, lost or added. */
const damage = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('change', 'lose', 'add'),
  byte: fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...Buffer.from('0123456789"{}[],:-.eE \\')),
  ),
});

describe('damage', () => {
  test('of one byte, anywhere: the plan is refused, or it is the very same', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(damage, ({ at, how, byte }) => {
        const place = at % bytes.length;
        const added = how === 'lose' ? [] : [byte];
        const kept = bytes.subarray(how === 'add' ? place : place + 1);
        const damaged = Buffer.concat([bytes.subarray(0, place), Buffer.from(added), kept]).toString();
        if (load(damaged).ok) expect(JSON.parse(damaged)).toEqual(plan);
      }),
      { numRuns: RUNS },
    );
  });

  test('of any JSON at all: no fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const input of [
          one,
          JSON.stringify(one),
          { ...plan, rules: one },
          { ...plan, checksum: one },
          sealed({ ...plan.rules, promotions: [one], layers: other }),
        ])
          expect(codeOf(anything(input))).toMatch(/^RP000[1-4]$/);
      }),
      { numRuns: RUNS },
    );
  });
});
