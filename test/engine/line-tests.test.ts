import { expect, it } from 'vitest';
import { one, pays, priced } from '../reference/shop.js';

it.each([1, 2, 3, 4, 5, 6, 9])(
  'a line is in a list of %i texts for each of them, and for no other',
  (count) => {
    const brands = Array.from({ length: count }, (_, index) => `B${index}`);
    const list = brands.map((brand) => JSON.stringify(brand)).join(', ');
    const lines = [
      ...brands.map((brand) => one(brand, '10.00', { brand })),
      one('other', '10.00', { brand: 'B' }),
      one('none', '10.00'),
    ];
    const expected = [...brands.map((brand) => `${brand} 9.00`), 'other 10.00', 'none 10.00'].join(', ');
    expect(pays(priced(`promotion p on lines where brand in ${list} take 1.00 off each line`, lines))).toBe(
      expected,
    );
  },
);
