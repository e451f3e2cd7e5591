import { describe, expect, it, test } from 'vitest';
import { A, B, C, five, line, row, rule, tenth, unit } from './by-hand.js';
import { reportLines } from './report.js';
import { judge } from './run.js';
import { translate } from './translate/translate.js';

describe('what cannot be said', () => {
  it.each([
    ['not a target', row([A], [], { total: '20.00' }, {}, {}, { flags: ['source-artefact'] })],
    ['not a target', row([A], [], { total: '20.00' }, {}, {}, { verified: false })],
    ['tax', row([A], [], { tax: '1.00' }, {}, {}, { tax: { included: true } })],
    ['tax', row([A], [], { total: '22.00' }, {}, {}, { tax: { included: false } })],
    ['unrounded', row([A], [], { total: '20.005' })],
    ['decimal quantity', row([{ ...A, qty: '1.5' }], [], { total: '15.00' })],
    ['below zero', row([line('a', '-1.00', 1)], [], { total: '-1.00' })],
    ['finer amount', row([A], [rule('r', { ...five, value: '0.005' })], { total: '20.00' })],
    ['rounding', row([A], [rule('r', tenth)], { total: '18.00' }, { percentRounding: 'half_odd' })],
    [
      'remainder kept apart',
      row([A, B], [rule('r', five)], { total: '35.00' }, { distribute: { remainder: 'dropped' } }),
    ],
    ['cart order', row([A, B, C], [rule('r', { ...unit, maxUnits: '1', pick: 'cart' })], { total: '54.00' })],
    [
      'other lines',
      row(
        [A, B],
        [
          rule(
            'r',
            { ...unit, scope: { sku: ['a'] } },
            { conditions: [{ type: 'has_line', scope: { sku: ['b'] } }] },
          ),
        ],
        { total: '38.00' },
      ),
    ],
    ['outside the schema', { id: 'x', type: 'pricing', weather: 'fine' }],
    ['outside the schema', row([A], [], {})],
    ['outside the schema', row([A], [], { error: 'the shop is closed' })],
  ])('%s', (kind, given) => {
    expect(judge(given)).toMatchObject({ outcome: 'cannot be said', kind });
  });
});

describe('allocation', () => {
  const halves = {
    id: 'any',
    type: 'allocation',
    currency: { code: 'USD', digits: 2 },
    weights: ['1', '1'],
    conventions: { remainder: 'last' },
  };

  it.each([
    ['passed', { ...halves, amount: '0.05', expected: { parts: ['0.02', '0.03'] } }],
    ['failed', { ...halves, amount: '0.05', expected: { parts: ['0.03', '0.02'] } }],
    ['failed', { ...halves, amount: '0.05', expected: { parts: ['0.05'] } }],
    ['failed', { ...halves, amount: '0.05', expected: { error: 'no weights' } }],
    ['passed', { ...halves, amount: '0.05', weights: [], expected: { error: 'no weights' } }],
    ['passed', { ...halves, amount: '0.10', step: '0.05', expected: { parts: ['0.05', '0.05'] } }],
    ['cannot be said', { ...halves, amount: '0.005', expected: { parts: ['0', '0.005'] } }],
    ['cannot be said', { ...halves, amount: '0.05', expected: { parts: ['0.025', '0.025'] } }],
    ['faulty', { ...halves, amount: '0.05', step: '0.10', expected: { parts: ['0', '0.05'] } }],
  ])('%s', (outcome, given) => {
    expect(judge(given)).toMatchObject({ outcome });
  });
});

test('a wrong number fails, and its line says what was found', () => {
  const verdict = judge(row([A], [], { total: '19.99', subtotal: '20' }));
  expect(reportLines([verdict])).toEqual([
    'any: total is 20, expected 19.99 (equal: totals 1 of 2)',
    'compared: totals 1 of 2',
    '0 passed, 1 failed, 0 cannot be said',
  ]);
});

test('a rule file reads as a merchandiser would write it', () => {
  const eight = rule(
    'EIGHT',
    { ...tenth, value: '8', scope: { category: ['x', 'y'] }, cap: '3' },
    { code: 'EIGHT', usagePerCustomer: { limit: 1, used: 0 } },
  );
  const translated = translate(
    row(
      [C],
      [
        {
          ...eight,
          conditions: [{ type: 'items_qty', op: 'gte', value: '2', scope: { category: ['x', 'y'] } }],
        },
      ],
      {},
    ),
  );
  expect(translated.ok && translated.translation.rules.split('\n\n').at(-1)).toBe(`coupon rule-1 "EIGHT"
  code "EIGHT"
  when quantity >= 2
  on lines where (category has "x" or category has "y")
  capped at 3.00
  take 8% off
  limit 1 per customer
`);
});
