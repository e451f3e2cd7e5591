import { describe } from 'vitest';
import { A, B, C, five, line, met, passes, post, rule, tenth, unit } from './by-hand.js';
import type { PricingExpected } from './row.js';

describe('order and stacking', () => {
  const half = rule('half', { kind: 'percent', per: 'order', value: '50' });
  const off = rule('off', five);

  passes(
    'higher priorities first',
    [B],
    [off, { ...half, priority: 2 }],
    { total: '5.00' },
    { order: 'priority_desc' },
  );
  passes(
    'lower numbers first',
    [B],
    [
      { ...off, priority: 2 },
      { ...half, priority: 1 },
    ],
    { total: '5.00' },
    { order: 'priority_asc' },
  );
  passes(
    'stages before the list',
    [B],
    [
      { ...off, stage: 'late' },
      { ...half, stage: 'early' },
    ],
    { total: '5.00' },
    { order: 'stage_then_listed', stages: ['early', 'late'] },
  );
  passes('a rule ends the run', [B], [{ ...off, stopAfter: true }, half], {
    total: '15.00',
    notApplied: ['half'],
  });
  passes(
    'a rule ends the run on its lines',
    [A, B],
    [rule('first', { ...unit, scope: { sku: ['a'] } }, { stopAfter: true }), rule('second', unit)],
    { byRule: { first: { a: '2.00' }, second: { b: '1.00' } } },
    { selection: 'per_line_stop' },
  );
  passes(
    'the best of all',
    [A, B],
    [off, rule('unit', unit), half],
    { applied: ['half'], notApplied: ['off', 'unit'], total: '20.00' },
    { selection: 'best_overall' },
  );
  passes(
    'the later of equal ones',
    [B],
    [rule('one', five), rule('two', five)],
    { applied: ['two'] },
    { selection: 'best_per_line', tie: 'last' },
  );
  passes(
    'the first of equal ones',
    [B],
    [rule('one', five), rule('two', five)],
    { applied: ['one'] },
    { selection: 'best_per_line' },
  );
  passes(
    'lanes in order, the best of each',
    [B],
    [
      rule('post', tenth, { lane: 'post' }),
      rule('small', unit, { lane: 'pre' }),
      rule('great', five, { lane: 'pre' }),
    ],
    { byRule: { great: { b: '5.00' }, post: { b: '1.50' }, small: {} } },
    { selection: 'best_per_line_within_lane', lanes: ['pre', 'post'] },
  );
  passes(
    'an exclusive rule with several discounts runs alone',
    [A, C],
    [
      { ...off, priority: 9 },
      {
        id: 'alone',
        exclusive: true,
        effects: [
          { ...unit, scope: { sku: ['a'] } },
          { ...unit, value: '0.50', scope: { sku: ['c'] } },
        ],
      },
    ],
    { total: '31.50', notApplied: ['off'] },
    { order: 'priority_desc', exclusivity: 'first_exclusive_only' },
  );
  passes(
    'percentages of original prices',
    [B],
    [rule('one', tenth), rule('two', tenth)],
    { total: '16.00' },
    { sequence: 'original' },
  );
  passes(
    'percentages of original prices of some units',
    [A, B],
    [rule('one', tenth), rule('two', { ...tenth, value: '50', maxUnits: '1', pick: 'dearest' })],
    { total: '26.00' },
    { sequence: 'original' },
  );
});

describe('conditions', () => {
  const thresholds = { order: 'listed', conditionBase: 'running' } as const;

  passes(
    'running totals',
    [B],
    [rule('one', five), rule('two', five, { conditions: [{ type: 'items_total', op: 'gte', value: '20' }] })],
    { notApplied: ['two'] },
    thresholds,
  );
  passes(
    'original totals',
    [B],
    [
      rule('one', five),
      rule('two', five, { conditions: [{ type: 'items_total', op: 'gte', value: '20', base: 'original' }] }),
    ],
    { applied: ['two'] },
    thresholds,
  );
  passes(
    'with shipping',
    [B],
    [met({ type: 'order_total', op: 'eq', value: '30' })],
    { applied: ['met'] },
    {},
    post,
  );
  passes(
    'any line',
    [A, C],
    [met({ type: 'any_line_qty', op: 'gt', value: '2', scope: { category: ['x'] } })],
    { applied: ['met'] },
  );
  passes('no line has so many', [A, B], [met({ type: 'any_line_qty', op: 'gte', value: '3' })], {
    notApplied: ['met'],
  });
  passes('fewer units', [A, B], [met({ type: 'items_qty', op: 'lt', value: '3' })], { notApplied: ['met'] });
  passes(
    'a method of shipping',
    [B],
    [met({ type: 'shipping_method', in: ['van', 'post'] })],
    { applied: ['met'] },
    {},
    post,
  );
  passes('everywhere', [B], [met({ type: 'country', in: [] })], { applied: ['met'] });
  passes('nowhere', [B], [met({ type: 'channel', in: [] })], { notApplied: ['met'] });
  passes('never', [B], [met({ type: 'never' })], { notApplied: ['met'] });
  passes(
    'on the whole cart, for a part of it',
    [A, B],
    [
      rule(
        'met',
        { ...unit, scope: { sku: ['b'] } },
        { conditions: [{ type: 'items_total', op: 'gt', value: '39.99' }] },
      ),
    ],
    {
      lines: [
        { id: 'a', discount: '0' },
        { id: 'b', discount: '1.00' },
      ],
    },
  );
  passes(
    'a period that has not begun',
    [B],
    [rule('met', five, { validFrom: '2024-06-02', code: 'X' })],
    { error: 'code not yet active' },
    {},
    { date: '2024-06-01', codes: ['X'] },
  );
  passes(
    'the last day',
    [B],
    [rule('met', five, { validTo: '2024-06-01' })],
    { applied: ['met'] },
    {},
    { date: '2024-06-01' },
  );
});

describe('scopes', () => {
  const red = line('r', '10.00', 1, { onSale: true, attrs: { 'the colour': 'red' } });
  const lines = [A, B, C, red];
  const taken = (...ids: readonly string[]): PricingExpected => ({
    lines: lines.map(({ id, qty }) => ({ id, discount: ids.includes(id) ? `${qty}.00` : '0' })),
  });

  passes('by other SKUs', lines, [rule('r', { ...unit, scope: { notSku: ['a', 'r'] } })], taken('b', 'c'));
  passes(
    'by price',
    lines,
    [rule('r', { ...unit, scope: { unitPrice: { min: '10', max: '20.00' } } })],
    taken('a', 'b', 'r'),
  );
  passes('on sale', lines, [rule('r', { ...unit, scope: { onSale: true } })], taken('r'));
  passes(
    'not on sale',
    lines,
    [rule('r', { ...unit, scope: { notOnSale: true, sku: ['a', 'r'] } })],
    taken('a'),
  );
  passes('by line', lines, [rule('r', { ...unit, scope: { lineIds: ['b', 'c'] } })], taken('b', 'c'));
  passes(
    'by an attribute',
    lines,
    [rule('r', { ...unit, scope: { attrs: { 'the colour': 'red' } } })],
    taken('r'),
  );
  passes('without the lines that are not ticked', [A, { ...B, selected: false }], [rule('r', tenth)], {
    total: '18.00',
    lines: [{ id: 'b', payable: '20.00' }],
  });
});
