import type { CartInput, CartLineInput, ChargeInput, UsageInput } from '../../../src/index.js';
import type { GeneratedRules } from './model.js';
import type { Random } from './random.js';
import { BRANDS, CATEGORIES, CODES, SKUS, STORES } from './universe.js';

/** A cart that the declarations of the universe accept, drawn so that rules often meet it. */
export function generateCart(random: Random, rules: GeneratedRules): CartInput {
  const finer = rules.defaults.some((one) => one.clause === 'default prices');
  const coupons = rules.promotions.filter((one) => one.kind === 'coupon').map((one) => one.id);
  return {
    currency: 'CNY',
    at: random.pick([
      '2026-11-11T00:30:00+08:00',
      '2026-11-11T12:00:00Z',
      '2026-11-11T20:30:00+08:00',
      '2026-11-14T23:59:59+01:00',
      '2026-10-25T02:30:00+02:00',
    ]),
    customer: {
      id: 'c1',
      tier: random.pick(['none', 'vip', 'gold']),
      ...maybe(random, 0.6, () => ({ points: amount(random, 3000) })),
    },
    order: {
      ...maybe(random, 0.7, () => ({ channel: random.pick(['app', 'web']) })),
      ...maybe(random, 0.5, () => ({ deposit: amount(random, 5000) })),
      ...maybe(random, 0.3, () => ({ pickup: '2026-11-12T10:00:00+08:00' })),
    },
    codes: random.some([...coupons, ...CODES, 'unknown'], 0, 5),
    lines: Array.from({ length: random.pick([0, 1, 1, 2, 3, 3, 4, 5, 7]) }, (_, index) =>
      line(random, index, finer),
    ),
    shipping: random.chance(0.4)
      ? amount(random, 2000)
      : Array.from({ length: random.int(0, 3) }, (_, index) => charge(random, index)),
    usage: usage(random, rules),
  };
}

function maybe<T extends object>(
  random: Random,
  probability: number,
  make: () => T,
): T | Record<string, never> {
  return random.chance(probability) ? make() : {};
}

/** Up to `most` minor units as a decimal. */
function amount(random: Random, most: number): string {
  return decimal(random.int(0, most), 2);
}

function decimal(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function line(random: Random, index: number, finer: boolean): CartLineInput {
  return {
    id: random.pick([`${index}`, `l${9 - index}`, `行${index}`]) + (random.chance(0.5) ? '' : `-${index}`),
    sku: random.pick(SKUS),
    quantity: random.pick([1, 1, 2, 3, 4, 7]),
    price: price(random, finer),
    store: random.pick(STORES),
    category: random.pick(CATEGORIES),
    weight: random.pick(['0.5', '1', '2.5']),
    ...maybe(random, 0.8, () => ({ brand: random.pick(BRANDS) })),
    ...maybe(random, 0.7, () => ({ cost: amount(random, 6000) })),
    ...maybe(random, 0.4, () => ({ 'live-price': amount(random, 8000) })),
    ...maybe(random, 0.4, () => ({ clearance: random.chance(0.5) })),
    ...maybe(random, 0.4, () => ({ labels: random.some(['new', 'hot'], 0, 2) })),
  };
}

/** Free goods, a few minor units, round and odd prices. */
function price(random: Random, finer: boolean): string {
  if (finer && random.chance(0.5)) return decimal(random.int(0, 200_000), 4);
  return random.pick([
    () => '0.00',
    () => amount(random, 9),
    () => `${random.int(1, 120)}.00`,
    () => amount(random, 20_000),
    () => `${random.int(1, 99)}.99`,
  ])();
}

function charge(random: Random, index: number): ChargeInput {
  return {
    id: `ship${index}`,
    amount: amount(random, 1500),
    method: random.pick(['post', 'van']),
    ...maybe(random, 0.6, () => ({ store: random.pick(STORES) })),
  };
}

function usage(random: Random, rules: GeneratedRules): Readonly<Record<string, UsageInput>> {
  const used = rules.promotions.filter(() => random.chance(0.3));
  return Object.fromEntries(
    used.map(({ id }) => [
      id,
      {
        customer: random.int(0, 1),
        customerDay: random.int(0, 2),
        total: random.int(0, 8),
        spent: amount(random, 6000),
        customerUnits: random.int(0, 3),
      },
    ]),
  );
}
