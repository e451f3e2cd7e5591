import type { CartInput, CartLineInput, ChargeInput, UsageInput } from '../../../src/index.js';
import type { GeneratedRules } from './model.js';
import type { Draw } from './draw.js';
import { decimal } from './random.js';
import { BRANDS, CATEGORIES, CODES, SKUS, STORES } from './universe.js';

/** Instants inside and outside the windows that rules say, at their very ends, and where clocks change. */
const INSTANTS: readonly string[] = [
  '2026-11-11T00:30:00+08:00',
  '2026-11-11T12:00:00Z',
  '2026-11-11T20:30:00+08:00',
  '2026-11-14T23:59:59+01:00',
  '2026-10-25T02:30:00+02:00',
];

const EDGES: readonly string[] = [
  '2026-11-11T00:00:00+08:00',
  '2026-11-11T00:29:59.999+08:00',
  '2026-11-11T20:00:00+08:00',
  '2026-11-11T19:59:59.999+08:00',
  '2026-11-12T02:00:00+08:00',
  '2026-11-12T01:59:59.999+08:00',
  '2026-11-12T00:00:00+08:00',
  '2026-11-11T00:00:00+01:00',
  '2026-11-12T00:00:00-05:00',
  '2026-11-14T22:00:00+08:00',
  '2026-11-15T02:30:00+08:00',
  '2026-10-25T02:30:00+01:00',
  '2026-10-25T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-03-29T03:30:00+02:00',
  '2026-11-01T01:30:00-04:00',
  '2026-11-01T01:30:00-05:00',
  '2026-04-05T01:45:00+10:30',
  '2026-12-01T00:00:00+08:00',
  '2026-12-31T23:59:59.999+08:00',
];

/** A cart that the declarations of the universe accept, drawn so that rules often meet it. */
export function generateCart(draw: Draw, rules: GeneratedRules): CartInput {
  const finer = rules.defaults.some((one) => one.clause.startsWith('default prices'));
  const coupons = rules.promotions.filter((one) => one.kind === 'coupon').map((one) => one.id);
  const ids = lineIds(draw);
  // All lines together near the greatest amount that is exact.
  const onBrink = draw.world.scale > 1 && draw.chance(0.4);
  return {
    currency: draw.world.currency,
    at: draw.pick(draw.chance(0.6) ? INSTANTS : EDGES),
    customer: customer(draw),
    order: {
      ...maybe(draw, 0.7, () => ({ channel: draw.pick(['app', 'web']) })),
      ...maybe(draw, 0.5, () => ({ deposit: amount(draw, 5000) })),
      ...maybe(draw, 0.3, () => ({ pickup: '2026-11-12T10:00:00+08:00' })),
    },
    codes: draw.some([...coupons, ...CODES, 'unknown'], 0, 5),
    lines: ids.map((id) => line(draw, id, { finer, onBrink, most: largest(ids.length, onBrink) })),
    shipping:
      onBrink || draw.chance(0.4)
        ? amount(draw, onBrink ? 0 : 2000)
        : charges(draw, largest(ids.length, false)),
    usage: usage(draw, rules),
  };
}

function customer(draw: Draw): NonNullable<CartInput['customer']> {
  return {
    id: 'c1',
    tier: draw.pick(['none', 'vip', 'gold']),
    ...maybe(draw, 0.6, () => ({ points: amount(draw, 3000) })),
    ...maybe(draw, 0.6, () => ({ level: draw.pick(['0', '1', '3', '12.5', '-1']) })),
    ...maybe(draw, 0.5, () => ({ groups: draw.some(['staff', 'new'], 0, 2) })),
  };
}

function maybe<T extends object>(draw: Draw, probability: number, make: () => T): T | Record<string, never> {
  return draw.chance(probability) ? make() : {};
}

/** Up to `most` minor units of the plain world as a decimal. */
function amount(draw: Draw, most: number): string {
  return draw.amount(draw.int(0, most));
}

const ODD_IDS: readonly string[] = [
  ' ',
  '\n',
  ...'__proto__ constructor toString a A á \ud800 \udfff 😀 \uffff １ 1 10 - 0 z Z null shipping'.split(' '),
];

function lineIds(draw: Draw): readonly string[] {
  const { crowded, disguise } = draw.world;
  const count = crowded ? draw.int(8, 30) : draw.pick([0, 1, 1, 2, 3, 3, 4, 5, 7]);
  const odd = disguise.size > 0 ? draw.shuffle(ODD_IDS) : [];
  return Array.from({ length: count }, (_, index) => odd[index] ?? plainId(draw, index));
}

function plainId(draw: Draw, index: number): string {
  return draw.pick([`${index}`, `l${9 - index}`, `行${index}`]) + (draw.chance(0.5) ? '' : `-${index}`);
}

/** The most minor units that each of so many lines may list at. */
function largest(lines: number, onBrink: boolean): number {
  return Math.floor(Number.MAX_SAFE_INTEGER / (lines + (onBrink ? 0 : 3)));
}

interface PriceRange {
  readonly finer: boolean;
  readonly onBrink: boolean;
  /** The greatest list amount of a line, in minor units. */
  readonly most: number;
}

function line(draw: Draw, id: string, range: PriceRange): CartLineInput {
  const quantity = draw.chance(0.01) ? draw.int(1000, 1_000_000) : draw.pick([1, 1, 2, 3, 4, 7]);
  return {
    id,
    sku: draw.pick(SKUS),
    quantity,
    price: price(draw, { ...range, most: Math.floor(range.most / quantity) }),
    store: draw.pick(STORES),
    category: draw.pick(CATEGORIES),
    weight: draw.pick(['0.5', '1', '2.5']),
    ...maybe(draw, 0.8, () => ({ brand: draw.pick(BRANDS) })),
    ...maybe(draw, 0.7, () => ({ cost: amount(draw, 6000) })),
    ...maybe(draw, 0.4, () => ({ 'live-price': amount(draw, 8000) })),
    ...maybe(draw, 0.4, () => ({ clearance: draw.chance(0.5) })),
    ...maybe(draw, 0.4, () => ({ labels: draw.some(['new', 'hot'], 0, 2) })),
    ...maybe(draw, 0.5, () => ({ grade: draw.pick(['a', 'b']) })),
    ...maybe(draw, 0.5, () => ({
      released: draw.pick(['2026-11-11T00:00:00+08:00', '2026-11-11T13:00:00Z']),
    })),
  };
}

/** Free goods, a few minor units, round and odd prices; at times the greatest that is exact. */
function price(draw: Draw, { finer, most, onBrink }: PriceRange): string {
  const { digits, scale } = draw.world;
  if (finer && scale === 1 && draw.chance(0.5)) return decimal(draw.int(0, 200_000), digits + 2);
  const minor = draw.pick([
    () => 0,
    () => draw.int(0, 9),
    () => draw.int(1, 120) * 100,
    () => draw.int(0, 20_000),
    () => draw.int(1, 99) * 100 + 99,
  ])();
  const isGreatest = scale > 1 && draw.chance(onBrink ? 0.9 : 0.15);
  const units = isGreatest
    ? most - draw.int(0, 3)
    : Math.min(most, minor * scale + (scale > 1 ? draw.int(0, 99) : 0));
  return decimal(units, digits);
}

/** Charges that come to no more than `most` minor units together. */
function charges(draw: Draw, most: number): readonly ChargeInput[] {
  const count = draw.world.crowded ? draw.int(4, 12) : draw.int(0, 3);
  return Array.from({ length: count }, (_, index) => charge(draw, index, Math.floor(most / count)));
}

function charge(draw: Draw, index: number, most: number): ChargeInput {
  const isOdd = index === 0 && draw.world.disguise.size > 0;
  return {
    id: isOdd ? draw.pick(['__proto__', 'shipping']) : `ship${index}`,
    amount: decimal(Math.min(draw.int(0, 1500) * draw.world.scale, most), draw.world.digits),
    ...maybe(draw, 0.9, () => ({ method: draw.pick(['post', 'van']) })),
    ...maybe(draw, 0.6, () => ({ store: draw.pick(STORES) })),
  };
}

function usage(draw: Draw, rules: GeneratedRules): Readonly<Record<string, UsageInput>> {
  const used = rules.promotions.filter(() => draw.chance(0.3));
  return Object.fromEntries(
    used.map(({ id }) => [
      id,
      {
        customer: draw.int(0, 1),
        customerDay: draw.int(0, 2),
        total: draw.int(0, 8),
        spent: amount(draw, 6000),
        customerUnits: draw.int(0, 3),
      },
    ]),
  );
}
