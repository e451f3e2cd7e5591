import { expect, it } from 'vitest';
import { reportLines } from './report.js';
import type {
  PricingExpected,
  PricingRow,
  RowCart,
  RowCondition,
  RowEffect,
  RowLine,
  RowRule,
} from './row.js';
import { judge } from './run.js';

/** Rows of our own, worked out by hand: constructs of the schema that the rows of others use seldom or never. */

export const A: RowLine = line('a', '10.00', 2);
export const B: RowLine = line('b', '20.00', 1);
export const C: RowLine = line('c', '5.00', 3, { category: ['x'] });

export const unit: RowEffect = { kind: 'amount', per: 'unit', value: '1.00' };
export const tenth: RowEffect = { kind: 'percent', per: 'order', value: '10' };
export const five: RowEffect = { kind: 'amount', per: 'order', value: '5.00' };

export const post: Partial<RowCart> = { shipping: [{ id: 's', method: 'post', amount: '10.00' }] };

export function line(id: string, unitPrice: string, qty: number, more: Partial<RowLine> = {}): RowLine {
  return { id, sku: id, unitPrice, qty, ...more };
}

export function rule(id: string, effect: RowEffect, more: Partial<RowRule> = {}): RowRule {
  return { id, effects: [effect], ...more };
}

/** Five off under a condition. */
export function met(condition: RowCondition): RowRule {
  return rule('met', five, { conditions: [condition] });
}

export function row(
  lines: readonly RowLine[],
  rules: readonly RowRule[],
  expected: PricingExpected,
  conventions: PricingRow['conventions'] = {},
  cart: Partial<RowCart> = {},
  more: Partial<PricingRow> = {},
): PricingRow {
  const currency = { code: 'USD', digits: 2 };
  const whole = { lines, ...cart };
  return { id: 'any', type: 'pricing', currency, cart: whole, rules, conventions, expected, ...more };
}

/** A test that a row passes. */
export function passes(name: string, ...given: Parameters<typeof row>): void {
  it.each([name])('%s', () => {
    const verdict = judge(row(...given));
    expect(verdict.outcome === 'passed' ? [] : [verdict, reportLines([verdict])[0]]).toEqual([]);
  });
}
