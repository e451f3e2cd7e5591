import { describe, expect, it } from 'vitest';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

describe('every 300.00 take 50.00', () => {
  it('takes four steps of 1280.00', () => {
    const rules = `
      currency CNY
      promotion cross-store
        every 300.00 take 50.00 off
    `;
    const breakdown = priced(rules, [line('A', 1, '1280.00')]);
    expect(breakdown.total).toMatchObject({ discount: '200.00', pay: '1080.00' });
    expect(breakdown.promotions[0]?.threshold).toMatchObject({ times: 4, measured: '1280.00' });
  });

  it.each(['up to 3 times', 'capped at 150.00'])('takes 150.00 when it says `%s`', (limit) => {
    const rules = `
      currency CNY
      promotion cross-store
        every 300.00 take 50.00 off ${limit}
    `;
    expect(priced(rules, [line('A', 1, '1280.00')]).total.discount).toBe('150.00');
  });
});

describe('the cliff between tiers', () => {
  const rules = `
    currency CNY
    promotion tiers
      spend 200.00 take 20.00 off
      spend 400.00 take 50.00 off
      spend 600.00 take 90.00 off
  `;

  it.each([
    ['199.99', '199.99'],
    ['200.00', '180.00'],
    ['399.99', '379.99'],
    ['400.00', '350.00'],
    ['599.99', '549.99'],
    ['600.00', '510.00'],
    ['6000.00', '5910.00'],
  ])('%s costs %s', (list, pay) => {
    expect(priced(rules, [line('A', 1, list)]).total.pay).toBe(pay);
  });
});

describe('a deposit of 100.00 that counts as 200.00', () => {
  const rules = (counting: string): string => `
    currency CNY
    order has deposit money, deposit-worth money
    layers deposit, coupons

    promotion expansion "定金膨胀"
      layer deposit
      take order.deposit-worth - order.deposit off

    coupon SIXTY
      layer coupons
      spend 700.00 ${counting} take 60.00 off
  `;
  const cart = { order: { deposit: '100.00', 'deposit-worth': '200.00' }, codes: ['SIXTY'] };

  it('leaves 799.00 of 899.00 for the coupon: 739.00, of which 639.00 are the tail', () => {
    const breakdown = priced(rules(''), [line('A', 1, '899.00')], cart);
    expect(summary(breakdown)).toEqual([
      'list 899.00, discount 160.00, shipping 0.00, pay 739.00',
      'line A pays 739.00',
      'expansion takes 100.00',
      'SIXTY takes 60.00',
    ]);
  });

  it('leaves 699.00 where the coupon counts the tail alone', () => {
    const breakdown = priced(rules('counting left - order.deposit'), [line('A', 1, '899.00')], cart);
    expect(summary(breakdown)).toEqual([
      'list 899.00, discount 100.00, shipping 0.00, pay 799.00',
      'line A pays 799.00',
      'expansion takes 100.00',
      'SIXTY refused: short by 1.00',
    ]);
  });
});

describe('320.00 under a store tier of 30.00 and a platform tier of 50.00, both from 300.00', () => {
  const rules = (layers: string): string => `
    currency CNY
    layers ${layers}
    promotion store-tier
      layer store
      spend 300.00 take 30.00 off
    promotion platform-tier
      layer platform
      spend 300.00 take 50.00 off
  `;

  it.each([
    [
      'parallel, on item prices',
      'item, store counting left after item, platform counting left after item',
      '240.00',
    ],
    ['store first, then what is left', 'store, platform', '290.00'],
    ['platform first, then what is left', 'platform, store', '270.00'],
  ])('%s', (_, layers, pay) => {
    expect(priced(rules(layers), [line('A', 1, '320.00')]).total.pay).toBe(pay);
  });
});

describe('a lower item price that costs more', () => {
  const rules = (choice: string): string => `
    currency CNY
    line has member-price optional money
    layers item, store
    promotion member-price
      layer item
      price member-price each
    promotion tier
      layer store
      spend 300.00 take 50.00 off
    ${choice}
  `;
  const lines = [line('A', 1, '310.00', { 'member-price': '295.00' })];

  it('falls below the tier where it is forced', () => {
    expect(summary(priced(rules(''), lines))).toEqual([
      'list 310.00, discount 15.00, shipping 0.00, pay 295.00',
      'line A pays 295.00',
      'member-price takes 15.00',
      'tier refused: short by 5.00',
    ]);
  });

  it('is left aside where the two exclude each other: the customer pays least', () => {
    expect(summary(priced(rules('allow 1 of member-price, tier'), lines))).toEqual([
      'list 310.00, discount 50.00, shipping 0.00, pay 260.00',
      'line A pays 260.00',
      'tier takes 50.00',
      'member-price refused: excluded by tier',
    ]);
  });

  it('is taken where the first comes first', () => {
    const first = rules('allow 1 of member-price, tier\n default choose first');
    expect(priced(first, lines).total.pay).toBe('295.00');
  });

  it('costs 245.00 where the tier counts list prices', () => {
    expect(priced(rules('').replace('300.00 take', '300.00 counting list take'), lines).total.pay).toBe(
      '245.00',
    );
  });
});
