import type { Cart, Line } from '../yardstick/order.js';
import {
  below,
  fresh,
  lineCount,
  oneOf,
  type Random,
  seeded,
  storesOf,
  unitPrice,
} from '../yardstick/random.js';

type Sku = Omit<Line, 'qty'>;

/** 10,000 SKUs over 20 stores, 50 brands and 30 categories. */
interface Catalogue {
  readonly byStore: readonly Sku[][];
  /** Those of the two categories that the coupon is for. */
  readonly promoted: readonly Sku[][];
}

const STORES = 20;

/** The carts of D11, the same for the same seed, as a server would get them. */
export function d11Carts(count: number, seed: number = 42): readonly Cart[] {
  const catalogue = makeCatalogue(seeded(1));
  const random = seeded(seed);
  return fresh(Array.from({ length: count }, (_, index) => drawCart(random, index, catalogue)));
}

function makeCatalogue(random: Random): Catalogue {
  const byStore: Sku[][] = Array.from({ length: STORES }, () => []);
  const promoted: Sku[][] = Array.from({ length: STORES }, () => []);
  for (let i = 0; i < 10_000; i++) {
    const store = below(random, STORES);
    const brand = below(random, 50);
    const category = below(random, 30);
    const sku = {
      sku: numbered('K', i, 5),
      store: numbered('S', store, 2),
      brand: numbered('B', brand, 2),
      category: numbered('C', category, 2),
      unitPrice: unitPrice(random),
    };
    byStore[store]!.push(sku);
    if (category === 3 || category === 7) promoted[store]!.push(sku);
  }
  return { byStore, promoted };
}

const numbered = (letter: string, number: number, digits: number): string =>
  letter + String(number).padStart(digits, '0');

/** A quarter hold the coupon and draw half of their lines from its categories; 30 % are vip. */
function drawCart(random: Random, index: number, catalogue: Catalogue): Cart {
  const count = lineCount(random);
  const stores = storesOf(random, STORES);
  const coupon = random() < 0.25;
  const vip = random() < 0.3;
  const lines = Array.from({ length: count }, () => drawLine(random, stores, coupon, catalogue));
  const codes = drawCodes(random, coupon);
  return {
    id: `cart-${index}`,
    lines,
    codes,
    customer: { id: `u${below(random, 1_000_000)}`, tier: vip ? 'vip' : 'regular' },
  };
}

function drawLine(random: Random, stores: readonly number[], coupon: boolean, catalogue: Catalogue): Line {
  const store = oneOf(random, stores);
  const pool = coupon && random() < 0.5 ? catalogue.promoted[store]! : catalogue.byStore[store]!;
  return { ...oneOf(random, pool), qty: 1 + below(random, 3) };
}

function drawCodes(random: Random, coupon: boolean): readonly string[] {
  if (coupon) return random() < 0.3 ? ['OTHER', 'CAT88'] : ['CAT88'];
  return random() < 0.1 ? ['OTHER'] : [];
}
