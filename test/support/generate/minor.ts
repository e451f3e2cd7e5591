import type { CartInput } from '../../../src/index.js';

const MONEY: ReadonlySet<string> = new Set([
  'price',
  'cost',
  'live-price',
  'points',
  'deposit',
  'amount',
  'spent',
]);

/** An amount with all its decimals as whole minor units. */
export function minorUnits(amount: string | number): number {
  return Number(String(amount).replace('.', ''));
}

/** The same cart of the plain world with every money value a whole number of minor units. */
export function inMinorUnits(cart: CartInput): CartInput {
  const convert = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => convert(item, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, key)]));
    return MONEY.has(name) ? minorUnits(value as string) : value;
  };
  const shipping = typeof cart.shipping === 'string' ? minorUnits(cart.shipping) : cart.shipping;
  return { ...(convert({ ...cart, shipping }, '') as CartInput), amounts: 'minor' };
}
