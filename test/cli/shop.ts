/** A small shop for the tests of the command. */
export const RULES: string = `currency CNY
timezone UTC
line has store text, cost optional money
customer has tier one of none, vip

layers
  store,
  coupons,
  member

promotion store-tiers "店铺满减"
  layer store
  for each store
  spend 199.00 take 20.00 off

coupon SPRING
  layer coupons
  active from 2026-03-01 through 2026-05-31
  take 10.00 off limit 1 per customer

promotion vip-5
  layer member
  when customer.tier is vip
  take 5% off

guarantee "no loss" for each line pay at least cost
`;

/** A warning: all that may stand together may. */
export const WARNED_RULES: string = `${RULES}\nallow 2 of vip-5, SPRING\n`;

/** 258.00 less 20.00, less 5 %: 226.10. */
export const CART: string = JSON.stringify({
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  customer: { tier: 'vip' },
  lines: [{ id: '1', sku: '衬衫', quantity: 2, price: '129.00', store: 'S1', cost: '100.00' }],
});

/** Two mistakes: the name of an attribute, tiers that do not rise. */
export const BROKEN_RULES: string = `currency CNY
line has store text
promotion tiers
  for each stoer
  spend 199.00 take 20.00 off
promotion other
  when customer.level is 3
  take 1.00 off
`;

export const FILES: Readonly<Record<string, string>> = {
  'shop.reckon': RULES,
  'cart.json': CART,
  'broken.reckon': BROKEN_RULES,
};
