import { describe } from 'vitest';
import { A, B, five, line, passes, rule, tenth } from './by-hand.js';

describe('rounding and spreading', () => {
  const odd = line('o', '0.25', 1);
  const thirds = [line('a', '1.00', 1), line('b', '1.00', 1), line('c', '1.00', 1)];
  const spread = rule('r', { ...five, value: '1.00' });

  passes(
    'the price half up',
    [odd],
    [rule('r', { ...tenth, per: 'unit' })],
    { total: '0.23' },
    { percentRoundWhat: 'price' },
  );
  passes(
    'the discount half to even',
    [odd],
    [rule('r', { ...tenth, per: 'unit' })],
    { total: '0.23' },
    { percentRounding: 'half_even' },
  );
  passes(
    'sums in their own way',
    [odd],
    [rule('r', tenth)],
    { total: '0.22' },
    { percentRounding: 'down', orderPercentRounding: 'up' },
  );
  passes(
    'the last takes the rest',
    thirds,
    [spread],
    { byRule: { r: { a: '0.33', b: '0.33', c: '0.34' } } },
    { distribute: { share: 'down', remainder: 'last_takes_rest' } },
  );
  passes(
    'by quantity',
    [A, B],
    [rule('r', { ...five, value: '3.00' })],
    { byRule: { r: { a: '2.00', b: '1.00' } } },
    { distribute: { weights: 'qty' } },
  );
  passes(
    'by original prices',
    [A, B],
    [rule('one', { ...five, value: '10.00', scope: { sku: ['a'] } }), rule('two', five)],
    { byRule: { two: { a: '2.50', b: '2.50' } } },
    { distribute: { weights: 'original_line_total' } },
  );
  passes(
    'the dearest line first',
    [line('a', '1.00', 1), line('b', '2.00', 1)],
    [rule('r', { ...five, value: '0.50', pick: 'dearest' })],
    { byRule: { r: { a: '0.16', b: '0.34' } } },
    { distribute: { share: 'down', remainder: 'first' } },
  );
  passes(
    'finer prices by unit',
    [line('a', '1.005', 3)],
    [],
    { total: '3.03' },
    { priceRounding: { at: 'unit', mode: 'half_up' } },
  );
  passes(
    'finer prices by line',
    [line('a', '1.005', 3)],
    [],
    { total: '3.01' },
    { priceRounding: { at: 'line', mode: 'down' } },
  );
});
