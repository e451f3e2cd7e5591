import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../src/cart/types.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import type { RoundingMode } from '../../src/check/ruleset.js';
import { RUNS } from '../support/runs.js';
import { bareRules } from './support.js';

const MODES: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-down': Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
};

const Exact = Decimal.clone({ precision: 60 });

describe('a unit price finer than the currency', () => {
  it('is rounded once, for the line or for the unit', () => {
    const arbitrary = fc.record({
      digits: fc.integer({ min: 0, max: 4 }),
      mode: fc.constantFrom(...(Object.keys(MODES) as RoundingMode[])),
      per: fc.constantFrom('line' as const, 'unit' as const),
      millionths: fc.oneof(fc.nat(), fc.maxSafeNat()),
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ digits, mode, per, millionths, quantity }) => {
        const price = new Exact(millionths).div(1_000_000).toFixed(6);
        const minor = new Exact(price).times(10 ** digits);
        const round = (amount: Decimal): Decimal => amount.toDecimalPlaces(0, MODES[mode]);
        const list = per === 'line' ? round(minor.times(quantity)) : round(minor).times(quantity);
        const expected = list.lte(Number.MAX_SAFE_INTEGER)
          ? { price: minor.toFixed(), list: list.toNumber() }
          : undefined;
        expect(lineOf({ ...bareRules(digits), prices: { mode, per } }, price, quantity)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['2.345', 3, 'line', 704],
    ['2.345', 3, 'unit', 705],
    ['0.000001', 1_000_000, 'line', 100],
    ['0.000001', 1_000_000, 'unit', 0],
    ['2.340000', 3, 'unit', 702],
  ] as const)('%s times %i, rounded per %s, lists at %i', (price, quantity, per, list) => {
    expect(lineOf({ ...bareRules(2), prices: { mode: 'half-up', per } }, price, quantity)?.list).toBe(list);
  });

  it('leaves the whole minor units of its price beside it, and nothing beside a whole one', () => {
    const fine: CartRules = { ...bareRules(2), prices: { mode: 'half-up', per: 'line' } };
    expect(lineAt(fine, '2.349')).toMatchObject({ price: 234, finer: '234.9' });
    expect(lineAt(fine, '2.340')).toMatchObject({ price: 234, finer: undefined });
    expect(lineAt(fine, '2.34')).toMatchObject({ price: 234, finer: undefined });
  });

  it.each(['0.0000001', `${'9'.repeat(100_000)}.123`, '90071992547409.915'])('%.20s… is refused', (price) => {
    expect(lineOf({ ...bareRules(2), prices: { mode: 'half-up', per: 'line' } }, price, 1)).toBeUndefined();
  });

  it('needs the rules to say so', () => {
    expect(lineOf(bareRules(2), '2.345', 3)).toBeUndefined();
  });
});

/** What a line of that price lists at; nothing where the cart is refused. */
function lineOf(
  rules: CartRules,
  price: string,
  quantity: number,
): { price: string; list: number } | undefined {
  const line = lineAt(rules, price, quantity);
  return line && { price: line.finer ?? String(line.price), list: line.list };
}

function lineAt(rules: CartRules, price: string, quantity = 1): CartLine | undefined {
  const lines = [{ id: '1', sku: 'A', quantity, price }];
  const result = validateCart(
    { currency: rules.currency.code, at: '2026-11-11T00:30:00+08:00', lines },
    rules,
  );
  return result.ok ? result.cart.lines[0] : undefined;
}
