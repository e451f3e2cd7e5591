import { describe, expect, it } from 'vitest';
import {
  type CartLineInput,
  type Refund,
  type RefundOptions,
  refund,
  type ReturnPolicy,
  type ShippingRule,
} from '../../src/index.js';
import { price } from '../support/price.js';
import { line, rulesetOf } from './priced.js';

/** A sale by some clauses of one promotion, and what comes back of it. */
class Sale {
  readonly #options: Omit<RefundOptions, 'returns'>;
  readonly pay: string | number;

  constructor(clauses: string, lines: readonly CartLineInput[], shipping = '0.00') {
    const ruleset = rulesetOf(`currency CNY\npromotion one\n${clauses}`);
    const cart = { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', lines, shipping };
    const result = price(ruleset, cart);
    if (!result.ok) throw new Error(result.errors[0]?.message);
    this.#options = { breakdown: result.breakdown, origin: { ruleset, cart } };
    this.pay = result.breakdown.total.pay;
  }

  back(id: string, policy: ReturnPolicy, more: { shipping?: ShippingRule; after?: Refund } = {}): Refund {
    const result = refund({ ...this.#options, ...more, policy, returns: [{ line: id }] });
    if (!result.ok) throw new Error(result.errors[0]?.message);
    return result.refund;
  }

  refunds(ids: readonly string[], policy: ReturnPolicy): readonly (string | number)[] {
    return ids.map((id) => this.back(id, policy).total.refund);
  }
}

describe('section 4 and 6, refunds', () => {
  it('W4 Taobao double-12 2020: 100 and 110 at 满200减20, the first gives back 90.48 and the other keeps its discount', () => {
    const sale = new Sale('spend 200.00 take 20.00 off', [line('A', 1, '100.00'), line('B', 1, '110.00')]);
    expect(sale.pay).toBe('190.00');
    const { total } = sale.back('A', 'keep');
    expect([total.refund, total.left]).toEqual(['90.48', '99.52']);
  });

  it('W5 filler: 400 and 100 at 满500减50 give back 360 and 90', () => {
    const sale = new Sale('spend 500.00 take 50.00 off', [line('A', 1, '400.00'), line('B', 1, '100.00')]);
    expect(sale.refunds(['A', 'B'], 'keep')).toEqual(['360.00', '90.00']);
  });

  it('W15 freight: three lines of 30 and 10 of shipping give back 33.33, 33.33 and 33.34', () => {
    const lines = ['A', 'B', 'C'].map((id) => line(id, 1, '30.00'));
    const sale = new Sale('spend 1000.00 take 1.00 off', lines, '10.00');
    expect(sale.pay).toBe('100.00');
    const share = { shipping: 'share' } as const;
    const a = sale.back('A', 'keep', share);
    const b = sale.back('B', 'keep', { ...share, after: a });
    const c = sale.back('C', 'keep', { ...share, after: b });
    expect([a, b, c].map(({ total }) => total.refund)).toEqual(['33.33', '33.33', '33.34']);
  });

  it('W15 freight: 600 and 400 with 810 paid give back 486 and 324', () => {
    const lines = [line('A', 1, '600.00'), line('B', 1, '400.00')];
    const sale = new Sale('take 200.00 off', lines, '10.00');
    expect(sale.pay).toBe('810.00');
    const share = { shipping: 'share' } as const;
    const a = sale.back('A', 'keep', share);
    const b = sale.back('B', 'keep', { ...share, after: a });
    expect([a, b].map(({ total }) => total.refund)).toEqual(['486.00', '324.00']);
  });

  it('M11 keep and retest: 400 and 100 at 满500减50; 90 or 50 for the filler, 360 or 350 for the other', () => {
    const sale = new Sale('spend 500.00 take 50.00 off', [line('A', 1, '400.00'), line('B', 1, '100.00')]);
    expect(sale.refunds(['B', 'A'], 'keep')).toEqual(['90.00', '360.00']);
    expect(sale.refunds(['B', 'A'], 'retest')).toEqual(['50.00', '350.00']);
  });

  it('M11: what keeping the threshold is worth is told whichever policy holds', () => {
    const sale = new Sale('spend 500.00 take 50.00 off', [line('A', 1, '400.00'), line('B', 1, '100.00')]);
    for (const policy of ['keep', 'retest', 'rules'] as const) {
      expect(sale.back('B', policy).rest?.worth).toBe('40.00');
      expect(sale.back('A', policy).rest?.worth).toBe('10.00');
    }
  });

  it.each([
    ['returns keep', '90.00'],
    ['returns retest', '50.00'],
    ['', '90.00'],
  ])('M11 as the promotion says: `%s` gives back %s for the filler', (returns, expected) => {
    const clauses = `spend 500.00 take 50.00 off ${returns}`;
    const sale = new Sale(clauses, [line('A', 1, '400.00'), line('B', 1, '100.00')]);
    expect(sale.back('B', 'rules').total.refund).toBe(expected);
  });
});
