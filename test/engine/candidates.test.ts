import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CartInput, compile, type Ruleset } from '../../src/index.js';
import { price } from '../support/price.js';
import { RUNS } from '../support/runs.js';

/** One promotion of each kind of condition, so many times that every index is made. */
const KINDS: readonly ((n: number) => string)[] = [
  (n) => `on lines where store is "S${n % 9}"\n  take 1% off`,
  (n) => `on lines where brand in "B${n % 9}", "B${(n * 7) % 9}"\n  take 0.1${n % 10} off each line`,
  (n) => `on lines where sku is "K${n % 9}" and clearance\n  take 2% off each line`,
  (n) => `on lines where store is "S${n % 9}" or brand is "B${n % 7}"\n  spend ${n}.00 take 0.50 off`,
  (n) => `on lines where price >= ${n * 7}.00\n  take 0.0${(n % 9) + 1} off`,
  (n) => `on lines where ${n * 3}.00 > price and weight > 1\n  take 1% off each line`,
  (n) => `on lines where weight at most ${n % 5}.5\n  take 0.02 off`,
  (n) => `on lines where quantity more than ${n % 6}\n  take 0.03 off`,
  (n) => `active from 2026-11-${10 + (n % 9)} through 2026-11-${12 + (n % 9)}\n  take 0.01 off`,
  (n) => `active until 2026-11-${10 + (n % 9)} 12:00\n  when customer.tier is vip\n  take 0.01 off`,
  (n) => `active on mondays, day ${n % 28}\n  take 0.01 off`.replace(/, day \d+/, ''),
  (n) => `when order.channel is app\n  spend ${n * 20}.00 take 0.04 off`,
];

function rulesOf(count: number): string {
  const promotions = Array.from({ length: count }, (_, n) => {
    const body = KINDS[n % KINDS.length]?.(n) ?? '';
    return n % 11 === 5
      ? `coupon c${n}\n  code "X${n % 4}", "Y${n}"\n  ${body}`
      : `promotion p${n}\n  ${body}`;
  });
  return `currency CNY
timezone Asia/Shanghai
line has store optional text, brand text, weight number, clearance flag
customer has tier one of none, vip
order has channel optional one of app, web
${promotions.join('\n')}
coupon liked
  code like "LIKE-*"
  take 0.05 off
`;
}

function compiled(text: string): Ruleset {
  const result = compile(text);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.ruleset;
}

const LINE = fc.record(
  {
    sku: fc.integer({ min: 0, max: 11 }).map((n) => `K${n}`),
    quantity: fc.integer({ min: 1, max: 9 }),
    price: fc
      .integer({ min: 0, max: 90_000 })
      .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
    store: fc.integer({ min: 0, max: 11 }).map((n) => `S${n}`),
    brand: fc.integer({ min: 0, max: 11 }).map((n) => `B${n}`),
    weight: fc.constantFrom('0.5', '1', '2.25', '4.5'),
    clearance: fc.boolean(),
  },
  { requiredKeys: ['sku', 'quantity', 'price', 'brand', 'weight'] },
);

const CART: fc.Arbitrary<CartInput> = fc.record({
  currency: fc.constant('CNY'),
  at: fc.integer({ min: 8, max: 25 }).map((day) => `2026-11-${String(day).padStart(2, '0')}T12:00:00+08:00`),
  customer: fc.record({ tier: fc.constantFrom('none', 'vip') }),
  order: fc.record({ channel: fc.constantFrom('app', 'web') }),
  codes: fc.subarray(['X1', 'X3', 'Y5', 'Y16', 'LIKE-1', 'nothing']),
  lines: fc.array(LINE, { maxLength: 6 }).map((lines) => lines.map((line, n) => ({ id: `l${n}`, ...line }))),
});

const RULES = compiled(rulesOf(300));

it('prices by the promotions that are pointed at as by trying all of them', () => {
  fc.assert(
    fc.property(
      CART,
      fc.subarray([...RULES.promotions], { maxLength: 5 }),
      fc.boolean(),
      (cart, explain, hints) => {
        const result = price(RULES, cart, { explain, hints });
        expect(result.ok).toBe(true);
      },
    ),
    { numRuns: Math.min(RUNS, 300) },
  );
});

it('tells of a named promotion that nothing points at', () => {
  const result = price(
    RULES,
    { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', customer: { tier: 'none' }, lines: [] },
    { explain: ['p0', 'nobody'] },
  );
  expect(result.ok && result.breakdown.refused.find(({ promotion }) => promotion === 'p0')).toEqual({
    promotion: 'p0',
    reason: 'no-lines',
  });
});
