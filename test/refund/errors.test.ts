import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Breakdown,
  type CartInput,
  compile,
  plainBreakdown,
  refund,
  type Refund,
  type RefundOptions,
  type Ruleset,
  verifyRefund,
} from '../../src/index.js';
import { price } from '../support/price.js';
import { RUNS } from '../support/runs.js';
import { edited } from '../verify/edit.js';
import { refunded } from './returns.js';

function compiled(clauses: string): Ruleset {
  const result = compile(`currency CNY\npromotion ten\n  spend 100.00 take 10.00 off\n${clauses}`);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.ruleset;
}

const CART: CartInput = {
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  lines: [
    { id: 'A', sku: 'SHIRT', quantity: 3, price: '45.37' },
    { id: 'B:2', sku: 'MUG', quantity: 1, price: '9.99' },
  ],
};

function sale(ruleset: Ruleset, cart: CartInput = CART): Breakdown {
  const result = price(ruleset, cart, { cartDigest: true });
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return plainBreakdown(result.breakdown);
}

const ruleset = compiled('');
const funded = compiled('  funded by shop 100%\n');
const earning = compiled('  commission host 10% of paid\n');
const breakdown = sale(ruleset);
const keep = { breakdown, policy: 'keep', returns: [{ line: 'A', units: 1 }] } as const;
const first = refunded(keep);
const second = refunded({ ...keep, after: first });

function errorsOf(options: unknown): readonly string[] {
  const result = refund(options as RefundOptions);
  return result.ok ? [] : result.errors.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

describe('what cannot be refunded is told', () => {
  it.each<[what: string, changes: Partial<Record<keyof RefundOptions, unknown>>, error: string]>([
    [
      'a breakdown that does not add up',
      { breakdown: edited(breakdown, { 'total.pay': '999.99' }) },
      'RF0001 breakdown.total.pay: the breakdown does not hold: total.pay: `total.pay` is `list` less `discount` plus `shipping`: expected 136.10, found 999.99',
    ],
    [
      'no breakdown',
      { breakdown: undefined },
      'RF0001 breakdown: the breakdown does not hold: a breakdown has the members that its documentation names, and no others: expected an object, found nothing',
    ],
    [
      'an earlier refund that does not add up',
      { after: edited(first, { 'total.refund': '0.01' }) },
      'RF0002 after.total.refund: the earlier refund does not hold: total.refund: `refund` is `goods` plus `shipping` less `held`: expected 42.26, found 0.01',
    ],
    [
      'an earlier refund of another breakdown',
      { after: edited(first, { breakdown: first.ruleset }) },
      'RF0003 after.breakdown: the earlier refund is of another breakdown',
    ],
    [
      'an earlier refund that hides what was given before it',
      { after: edited(second, { 'total.before': '0.00', 'total.left': '93.84' }) },
      'RF0002 after.total: the earlier refund does not hold: what was given back and held back so far is not what was paid for what came back',
    ],
    [
      'an earlier refund in another currency',
      { after: edited(first, { currency: 'EUR' }) },
      'RF0003 after.breakdown: the earlier refund is of another breakdown',
    ],
    [
      'an earlier refund with other lines',
      { after: edited(first, { 'lines[0].quantity': 4 }) },
      'RF0003 after.breakdown: the earlier refund is of another breakdown',
    ],
    [
      'other rules',
      { origin: { ruleset: funded, cart: CART } },
      `RF0004 breakdown.ruleset: the breakdown was not made from these rules and this cart: ruleset: the rules are those that the breakdown was made from: expected ${funded.digest}, found ${ruleset.digest}`,
    ],
    [
      'a line that is not there',
      { returns: [{ line: 'C' }] },
      'RF0005 returns[0].line: no line of the breakdown is named `C`: there are `A`, `B:2`',
    ],
    [
      'a line without a name',
      { returns: [{}] },
      'RF0005 returns[0].line: no line of the breakdown is named so (undefined): there are `A`, `B:2`',
    ],
    [
      'a return that is none',
      { returns: [null] },
      'RF0005 returns[0].line: no line of the breakdown is named so (undefined): there are `A`, `B:2`',
    ],
    [
      'nothing',
      { returns: [] },
      'RF0005 returns: nothing comes back: name a line, or say that all that is left of the order comes back',
    ],
    [
      'no list',
      { returns: 7 },
      'RF0005 returns: nothing comes back: name a line, or say that all that is left of the order comes back',
    ],
    [
      'half a unit',
      { returns: [{ line: 'A', units: 0.5 }] },
      'RF0006 returns[0].units: units must be a whole number from 1, found 0.5',
    ],
    [
      'units as text',
      { returns: [{ line: 'A', units: '1' }] },
      'RF0006 returns[0].units: units must be a whole number from 1, found string',
    ],
    [
      'fewer than none',
      { returns: [{ line: 'A', units: -1 }] },
      'RF0006 returns[0].units: units must be a whole number from 1, found -1',
    ],
    [
      'more units than there were',
      { returns: [{ line: 'A', units: 4 }] },
      'RF0007 returns[0].units: 4 of line `A` cannot come back: of 3, 3 are left',
    ],
    [
      'more units than can be counted exactly',
      { returns: [{ line: 'A', units: 1e23 }] },
      'RF0007 returns[0].units: 1e+23 of line `A` cannot come back: of 3, 3 are left',
    ],
    [
      'more units than are left',
      { after: first, returns: [{ line: 'A', units: 3 }] },
      'RF0007 returns[0].units: 3 of line `A` cannot come back: of 3, 2 are left',
    ],
    [
      'more units in two goes',
      {
        returns: [
          { line: 'A', units: 2 },
          { line: 'A', units: 2 },
        ],
      },
      'RF0007 returns[1].units: 2 of line `A` cannot come back: of 3, 1 is left',
    ],
    [
      'a line that has come back',
      { after: refunded({ ...keep, returns: [{ line: 'A' }] }) },
      'RF0007 returns[0].units: all 3 of line `A` have come back already',
    ],
    [
      'all when all has come back',
      { after: refunded({ ...keep, returns: 'all' }), returns: 'all' },
      'RF0007 returns: everything has come back already',
    ],
    [
      'all of an order without lines',
      { breakdown: sale(ruleset, { ...CART, lines: [] }), returns: 'all' },
      'RF0007 returns: the order has no lines: nothing can come back',
    ],
    [
      'a retest without rules',
      { policy: 'retest' },
      'RF0008 origin: what is kept can be priced alone only by its rules: give the rules and the cart that the breakdown was made from',
    ],
    [
      'what the rules say without rules',
      { policy: 'rules' },
      'RF0008 origin: what happens when goods come back stands in the rules (or ask for `keep`): give the rules and the cart that the breakdown was made from',
    ],
    [
      'funding without rules',
      { breakdown: sale(funded) },
      'RF0008 origin: who pays for the discount on each line stands in the rules: give the rules and the cart that the breakdown was made from',
    ],
    [
      'commission without rules',
      { breakdown: sale(earning) },
      'RF0008 origin: who earns commission on each line stands in the rules: give the rules and the cart that the breakdown was made from',
    ],
    [
      'a policy that there is not',
      { policy: 'mine' },
      'RF0009 policy: `policy` must be `keep`, `retest`, `rules`, found "mine"',
    ],
    [
      'a rule of shipping that there is not',
      { shipping: null },
      'RF0009 shipping: `shipping` must be `last`, `share`, `never`, found null',
    ],
  ])('%s', (_, changes, error) => {
    expect(errorsOf({ ...keep, ...changes })[0]).toBe(error);
  });

  it('another cart, by its digest and by its price', () => {
    const cart = { ...CART, lines: CART.lines.slice(0, 1) };
    expect(errorsOf({ ...keep, origin: { ruleset, cart } })[0]).toMatch(/^RF0004 breakdown\.cart: /);
    const unnamed = edited(breakdown, { cart: undefined });
    expect(errorsOf({ ...keep, breakdown: unnamed, origin: { ruleset, cart } })[0]).toMatch(
      /^RF0004 breakdown\.total\.list: .* priced again, .* so this may be another/,
    );
  });

  it('an amount that a hunter raised and made add up, once rules and cart are at hand', () => {
    const [line] = breakdown.lines;
    if (line === undefined) throw new Error('there is a line');
    const raised = edited(breakdown, {
      'lines[1].list': '19.99',
      'lines[1].pay': '19.30',
      'lines[1].units[0].pay': '19.30',
      'total.list': '156.10',
      'total.pay': '146.10',
    });
    expect(errorsOf({ ...keep, breakdown: raised, origin: { ruleset, cart: CART } })[0]).toMatch(
      /^RF000[14]/,
    );
  });

  it('rules that compile did not make are a mistake in the program', () => {
    const origin = { ruleset: {} as Ruleset, cart: CART };
    expect(() => refund({ ...keep, origin })).toThrow(TypeError);
  });
});

describe('never throws', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true });

  it.each(['breakdown', 'after', 'returns', 'policy', 'shipping'] as const)('whatever `%s` is', (member) => {
    fc.assert(
      fc.property(anything, (value) => {
        const result = refund({ ...keep, [member]: value });
        // Without a policy the rules decide, and there are none.
        expect(result.ok).toBe(value === undefined && (member === 'after' || member === 'shipping'));
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('whatever the cart is, or a refund that is tested', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(refund({ ...keep, origin: { ruleset, cart: value as CartInput } }).ok).toBe(false);
        expect(verifyRefund(value)).not.toEqual([]);
        expect(verifyRefund(first, { breakdown: value as Breakdown })).not.toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('whatever member of an earlier refund is another, or gone', () => {
    const places = placesIn(first);
    for (const place of places) {
      for (const value of [undefined, null, -1, 1e300, '', 'x', [], {}, '-0.01']) {
        const after = changed(first, place, value);
        expect(typeof refund({ ...keep, after: after as Refund }).ok).toBe('boolean');
      }
    }
  });
});

function placesIn(json: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([name, item]) => placesIn(item, [...path, name]))];
}

function changed(json: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(json))
    return json.map((item: unknown, at) => (String(at) === name ? changed(item, rest, value) : item));
  return { ...(json as object), [name]: changed(Reflect.get(json as object, name), rest, value) };
}
