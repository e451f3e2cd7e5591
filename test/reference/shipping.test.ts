import { describe, expect, it } from 'vitest';
import { many, one, pays, priced, refusals, takes } from './shop.js';
import type { Breakdown } from '../../src/index.js';

const HUNDRED = [one('a', '100.00')];
const CHARGES = [
  { id: 'x', amount: '8.00', method: 'parcel' },
  { id: 'y', amount: '20.00', method: 'courier' },
  { id: 'z', amount: '0.00', method: 'parcel' },
];

/** What each charge costs: `x 8.00`. */
const charges = ({ shipping }: Breakdown): string => shipping.map(({ id, pay }) => `${id} ${pay}`).join(', ');

describe('offers on shipping', () => {
  it.each([
    ['ship free', 'x 0.00, y 0.00, z 0.00'],
    ['ship free where method is "parcel"', 'x 0.00, y 20.00, z 0.00'],
    ['ship free where amount < 10.00', 'x 0.00, y 20.00, z 0.00'],
    ['ship free where id is "y"', 'x 8.00, y 0.00, z 0.00'],
    ['ship for 7.00', 'x 2.00, y 5.00, z 0.00'], // 21.00 over 8 : 20
    ['ship for 7.00 where method is "courier"', 'x 8.00, y 7.00, z 0.00'],
    ['ship for 30.00', 'x 8.00, y 20.00, z 0.00'],
    ['take 7.00 off shipping', 'x 6.00, y 15.00, z 0.00'],
    ['take 50% off shipping', 'x 4.00, y 10.00, z 0.00'],
    ['take 50% off shipping capped at 7.00', 'x 6.00, y 15.00, z 0.00'],
    ['take 99.00 off shipping', 'x 0.00, y 0.00, z 0.00'],
    ['take 5% of list off shipping', 'x 6.57, y 16.43, z 0.00'], // 5.00: 1.428… and 3.571…
    ['share equally take 7.00 off shipping', 'x 4.50, y 16.50, z 0.00'], // nothing of nothing
    ['spend 100.00 ship free', 'x 0.00, y 0.00, z 0.00'],
    ['spend 100.01 ship free', 'x 8.00, y 20.00, z 0.00'],
  ])('%s', (offer, expected) => {
    expect(charges(priced(`promotion p ${offer}`, HUNDRED, { shipping: CHARGES }))).toBe(expected);
  });

  it('take nothing off the goods, and do not count as a discount', () => {
    const breakdown = priced('promotion p ship free', HUNDRED, { shipping: CHARGES });
    expect(breakdown.total).toEqual({ list: '100.00', discount: '0.00', shipping: '0.00', pay: '100.00' });
  });

  it('find nothing where there is nothing to pay', () => {
    expect(refusals(priced('promotion p ship free', HUNDRED))).toBe('p nothing-left');
    expect(refusals(priced('promotion p ship for 5.00', HUNDRED, { shipping: '4.00' }))).toBe(
      'p nothing-left',
    );
    expect(
      refusals(priced('promotion p ship free where method is "drone"', HUNDRED, { shipping: CHARGES })),
    ).toBe('p nothing-left');
  });

  it('see what earlier ones left', () => {
    const rules = 'promotion p take 10.00 off shipping promotion q take 50% off shipping';
    expect(takes(priced(rules, HUNDRED, { shipping: '28.00' }))).toBe('p 10.00, q 9.00');
  });

  it('ties go by the id of the charge', () => {
    const two = [
      { id: 'b', amount: '1.00' },
      { id: 'a', amount: '1.00' },
    ];
    expect(charges(priced('promotion p take 0.01 off shipping', HUNDRED, { shipping: two }))).toBe(
      'b 1.00, a 0.99',
    );
  });

  it('one amount is one charge', () => {
    expect(charges(priced('promotion p take 1.00 off shipping', HUNDRED, { shipping: '5.00' }))).toBe(
      'shipping 4.00',
    );
  });

  it('a cart of shipping alone still ships free', () => {
    const breakdown = priced('promotion p ship free promotion q take 1.00 off', [], { shipping: '5.00' });
    expect([breakdown.total.pay, takes(breakdown)]).toEqual(['0.00', 'p 5.00']);
  });
});

describe('one discount over shipping and lines', () => {
  it('is spread by what is left on both', () => {
    // 10.00 over 70.00, 20.00 and 10.00
    const breakdown = priced(
      'promotion p on shipping and lines take 10.00 off',
      [one('a', '70.00'), one('b', '20.00')],
      {
        shipping: '10.00',
      },
    );
    expect([pays(breakdown), charges(breakdown)]).toEqual(['a 63.00, b 18.00', 'shipping 9.00']);
    expect(breakdown.total).toMatchObject({ discount: '9.00', shipping: '9.00', pay: '90.00' });
  });

  it('is measured on both where it is a percentage or a price', () => {
    const of = (offer: string): unknown =>
      priced(`promotion p on shipping and lines ${offer}`, [one('a', '90.00')], { shipping: '10.00' }).total
        .pay;
    expect([of('take 15% off'), of('pay 60.00'), of('take 5% of list off')]).toEqual([
      '85.00',
      '60.00',
      '95.50',
    ]);
  });

  it('narrows the lines with where, and its threshold looks at them alone', () => {
    // 12.00 over 50.00 and 10.00
    const lines = [one('a', '90.00'), one('b', '50.00', { kind: 'tea' })];
    const rules = (amount: string): string =>
      `promotion p on shipping and lines where kind is "tea" spend ${amount} take 12.00 off`;
    const breakdown = priced(rules('50.00'), lines, { shipping: '10.00' });
    expect([pays(breakdown), charges(breakdown)]).toEqual(['a 90.00, b 40.00', 'shipping 8.00']);
    expect(refusals(priced(rules('50.01'), lines, { shipping: '10.00' }))).toBe('p short');
  });

  it('a charge counts as one unit where units are the weight', () => {
    // 8.00 over 3 units and one charge
    const rules = 'promotion p on shipping and lines share by quantity take 8.00 off';
    const breakdown = priced(rules, [many('a', 3, '10.00')], { shipping: '10.00' });
    expect([pays(breakdown), charges(breakdown)]).toEqual(['a 24.00', 'shipping 8.00']);
  });

  it('off each line leaves shipping alone', () => {
    const breakdown = priced(
      'promotion p on shipping and lines take 10% off each line',
      [one('a', '90.00')],
      {
        shipping: '10.00',
      },
    );
    expect(breakdown.total).toMatchObject({ discount: '9.00', shipping: '10.00' });
  });
});

describe('gifts', () => {
  it('are reported with their value where one SKU is named and stands in the cart', () => {
    const rules = 'promotion p give 2 of "a" promotion q give 1 of "b" promotion r give 1 of "a" or "b"';
    const breakdown = priced(rules, [many('a', 3, '5.00')]);
    expect(breakdown.gifts).toEqual([
      { promotion: 'p', skus: ['a'], count: 2, value: '10.00' },
      { promotion: 'q', skus: ['b'], count: 1 },
      { promotion: 'r', skus: ['a', 'b'], count: 1 },
    ]);
    expect(breakdown.total.pay).toBe('15.00');
  });

  it('come as often as the threshold is met', () => {
    const { gifts } = priced('promotion p every 3 units give 2 of "G"', [many('a', 10, '5.00')]);
    expect(gifts).toEqual([{ promotion: 'p', skus: ['G'], count: 6 }]);
  });

  it('make a promotion apply that takes nothing', () => {
    const breakdown = priced('promotion p give 1 of "G"', HUNDRED);
    expect(breakdown.promotions).toMatchObject([{ promotion: 'p', face: '0.00', amount: '0.00', steps: [] }]);
  });

  it('come of every standing', () => {
    const lines = [
      one('a', '60.00', { store: 'S1' }),
      one('b', '10.00', { store: 'S2' }),
      one('c', '70.00', { store: 'S3' }),
    ];
    expect(priced('promotion p for each store spend 50.00 give 1 of "G"', lines).gifts).toHaveLength(2);
  });
});

describe('add-ons', () => {
  const rules = 'promotion p spend 100.00 offer 1 of "mug" for 9.90';

  it('lower the price of units in the cart, and do not count towards their own threshold', () => {
    expect(takes(priced(rules, [one('a', '100.00'), many('mug', 2, '29.90')]))).toBe('p 20.00');
    expect(priced(rules, [one('a', '99.99'), many('mug', 2, '29.90')]).refused).toMatchObject([
      { reason: 'short', measured: '99.99', missing: '0.01' },
    ]);
  });

  it('are told of whether or not they are in the cart', () => {
    const breakdown = priced(rules, HUNDRED);
    expect(breakdown.addOns).toEqual([{ promotion: 'p', sku: 'mug', count: 1, price: '9.90' }]);
    expect(breakdown.total.pay).toBe('100.00');
  });

  it('never raise a price, and take the dearest units', () => {
    const cheap = { ...one('m', '5.00'), sku: 'mug' };
    const dear = { ...one('n', '30.00'), sku: 'mug' };
    expect(pays(priced(rules, [...HUNDRED, cheap, dear]))).toBe('a 100.00, m 5.00, n 9.90');
    expect(takes(priced(rules, [...HUNDRED, cheap]))).toBe('p 0.00');
  });

  it('are found anywhere in the cart', () => {
    const scoped = 'promotion p on lines where kind is "x" spend 100.00 offer 1 of "mug" for 9.90';
    expect(takes(priced(scoped, [one('a', '100.00', { kind: 'x' }), one('mug', '29.90')]))).toBe('p 20.00');
  });

  it('count in units too', () => {
    const units = 'promotion p buy 2 offer 1 of "mug" for 9.90';
    expect(refusals(priced(units, [one('a', '1.00'), many('mug', 3, '29.90')]))).toBe('p short');
    expect(takes(priced(units, [many('a', 2, '1.00'), many('mug', 3, '29.90')]))).toBe('p 20.00');
  });

  it('leave lines alone on which a promotion stopped its layer', () => {
    const stopped = `
      promotion o stop on its lines on lines where sku is "mug" take 1.00 off
      promotion p spend 100.00 offer 1 of "mug" for 9.90`;
    expect(pays(priced(stopped, [one('a', '100.00'), one('mug', '29.90')]))).toBe('a 100.00, mug 28.90');
  });
});

it('units of an add-on do not count towards a threshold over all lines', () => {
  const rules = 'promotion p spend 100.00 over all lines offer 1 of "mug" for 9.90';
  const offered = (price: string): string => takes(priced(rules, [one('a', price), one('mug', '20.00')]));
  expect([offered('95.00'), offered('100.00')]).toEqual(['', 'p 10.10']);
});
