import { describe, expect, it } from 'vitest';
import { many, mistakes, one, priced } from './shop.js';

describe('funded by', () => {
  it('shares each line’s part, cut to fen, the missing ones to the largest fractions', () => {
    // 13.49 by 70 : 30 is 9.443 and 4.047
    const rules = 'promotion p take 15% off funded by brand 70%, platform 30%';
    const breakdown = priced(rules, [one('a', '89.90')]);
    expect(breakdown.funding).toEqual({ brand: '9.44', platform: '4.05' });
    expect(breakdown.promotions[0]?.funding).toEqual({ brand: '9.44', platform: '4.05' });
  });

  it('ties go to the party that is named first, line by line', () => {
    // 0.05 on each line: 2.5 fen each, 3 and 2, twice
    const rules = 'promotion p take 0.05 off each line funded by x 50%, y 50%';
    expect(priced(rules, [one('a', '1.00'), one('b', '1.00')]).funding).toEqual({ x: '0.06', y: '0.04' });
  });

  it('percentages may have decimals', () => {
    // 1.00 by 33.3, 33.3, 33.4: 33, 33, 33; the missing one to .4
    const rules = 'promotion p take 1.00 off funded by x 33.3%, y 33.3%, z 33.4%';
    expect(priced(rules, [one('a', '5.00')]).funding).toEqual({ x: '0.33', y: '0.33', z: '0.34' });
  });

  it('`its store` is whoever the line names; a line that names nobody is booked under the name', () => {
    const rules = 'promotion p take 10% off each line funded by its store 70%, platform 30%';
    const lines = [one('a', '10.00', { store: 'S2' }), one('b', '20.00', { store: 'S1' }), one('c', '30.00')];
    expect(priced(rules, lines).funding).toEqual({ S2: '0.70', S1: '1.40', store: '2.10', platform: '1.80' });
  });

  it('of shipping too', () => {
    const rules = 'promotion p ship free funded by its store 50%, platform 50%';
    const shipping = [
      { id: 'x', amount: '4.00', store: 'S1' },
      { id: 'y', amount: '3.01' },
    ];
    expect(priced(rules, [one('a', '10.00')], { shipping }).funding).toEqual({
      S1: '2.00',
      store: '1.51',
      platform: '3.50',
    });
  });

  it('parties of several promotions are summed', () => {
    const rules = `
      promotion p take 1.00 off funded by x 100%
      promotion q take 2.00 off funded by y 50%, x 50%
      promotion r take 4.00 off`;
    expect(priced(rules, [one('a', '10.00')]).funding).toEqual({ x: '2.00', y: '1.00' });
  });

  it('sums to what was granted, not to the face value', () => {
    const rules = 'promotion p take 60.00 off capped at 7.77 funded by x 50%, y 50%';
    expect(priced(rules, [one('a', '100.00')]).funding).toEqual({ x: '3.89', y: '3.88' });
  });

  it('must be 100 %', () => {
    expect(mistakes('promotion p take 1.00 off funded by x 50%, y 49.9%')).toEqual(['RK1069']);
  });
});

describe('commission', () => {
  const lines = [one('a', '99.99', { store: 'S1' }), one('b', '0.99', { store: 'S2' })];
  const commission = (rules: string): unknown => priced(rules, lines).commission;

  it.each([
    // 99.99 and 0.99 less 10.00 of a: 89.99 and 0.99
    ['of paid', { host: '18.18' }], // 17.998 and 0.198, each rounded down: 17.99 + 0.19
    ['of list', { host: '20.18' }], // 19.998 and 0.198
    ['of paid and subsidy by platform', { host: '18.98' }], // 89.99 + 4.00 = 93.99: 18.798, and 0.19
  ])('20 %% %s', (of, expected) => {
    const rules = `
      promotion o on lines where sku is "a" take 10.00 off funded by platform 40%, x 60%
      promotion p when left < 0.01 take 1.00 off commission host 20% ${of}`;
    expect(commission(rules)).toEqual(expected);
  });

  it('is on final amounts, after promotions that run later', () => {
    const rules = `
      promotion p on lines where sku is "a" take 9.99 off commission host 10% of paid
      promotion q on lines where sku is "a" take 40.00 off`;
    expect(commission(rules)).toEqual({ host: '5.00' });
  });

  it('is due whether or not the promotion granted anything', () => {
    expect(commission('promotion p spend 999.00 take 1.00 off commission host 10% of paid')).toEqual({
      host: '10.08',
    });
  });

  it('is not due where the promotion cannot stand', () => {
    const due = (clause: string): unknown =>
      commission(`promotion p ${clause} take 1.00 off commission host 10% of paid promotion q take 2.00 off`);
    expect(due('active until 2020-01-01 00:00')).toEqual({});
    expect(due('when customer.tier is gold')).toEqual({});
    expect(due('on lines where sku is "z"')).toEqual({});
    expect(due('not with q')).toEqual({});
    expect(commission('coupon C take 1.00 off commission host 10% of paid')).toEqual({});
  });

  it('is for the lines of the scope, and may go to whom the line names', () => {
    expect(commission('promotion p give 1 of "G" commission its store 10% of paid')).toEqual({
      S1: '9.99',
      S2: '0.09',
    });
    expect(
      commission(
        'promotion p on lines where sku is "b" give 1 of "G" commission x 10% of paid commission y 50% of list',
      ),
    ).toEqual({
      x: '0.09',
      y: '0.49',
    });
  });
});

describe('guarantees', () => {
  const lines = [
    many('a', 2, '50.00', { cost: '40.00' }),
    one('b', '20.00', { cost: '5.00' }),
    one('c', '10.00'),
  ];
  const broken = (guarantee: string, discount: string, shipping = '0.00'): unknown =>
    priced(`promotion p take ${discount} off ${guarantee}`, lines, { shipping }).violations.map(
      ({ guarantee: name, line }) => (line === undefined ? name : `${name} on ${line}`),
    );

  it.each([
    ['guarantee discount at most 50% of list', '65.00', []],
    ['guarantee discount at most 50% of list', '65.01', ['discount <= 50% of list']],
    ['guarantee "half" discount at most 50% of list', '65.01', ['half']],
    ['guarantee pay at least 0.01', '129.99', []],
    ['guarantee pay at least 0.01', '130.00', ['pay >= 0.01']],
    ['guarantee pay >= 3.00 * quantity', '118.00', []],
    ['guarantee pay >= 3.00 * quantity', '118.01', ['pay >= 3.00 * quantity']],
    // 26.00 is 20.00, 4.00 and 2.00: a keeps 80.00 of 2 × 40.00
    ['guarantee "no loss" for each line pay at least cost', '26.00', []],
    ['guarantee "no loss" for each line pay at least cost', '26.02', ['no loss on a']],
    ['guarantee "no loss" for each line pay at least cost required', '26.00', ['no loss on c']],
    ['guarantee for each line discount <= 20% of list', '26.00', []],
    ['guarantee pay of lines where sku is "c" >= 8.00', '26.00', []],
    ['guarantee pay of lines where sku is "c" >= 8.01', '26.00', ['pay of lines where sku is "c" >= 8.01']],
  ])('%s, %s off: %o', (guarantee, discount, expected) => {
    expect(broken(guarantee, discount)).toEqual(expected);
  });

  it('`pay` alone is the order’s, shipping included; `list` and `discount` are goods', () => {
    expect(broken('guarantee pay >= 5.00', '130.00', '5.00')).toEqual([]);
    expect(broken('guarantee "goods" list - discount >= 5.00', '130.00', '5.00')).toEqual(['goods']);
  });

  it('tell their numbers and the promotions that led there', () => {
    const rules = `
      promotion p on lines where sku is "b" take 18.00 off
      promotion q on lines where sku is "a" take 1.00 off
      guarantee "no loss" for each line pay at least cost`;
    expect(priced(rules, lines).violations).toEqual([
      {
        guarantee: 'no loss',
        line: 'b',
        failed: [{ test: 'pay >= cost', seen: { pay: '2.00', cost: '5.00', quantity: 1 } }],
        promotions: ['p'],
      },
    ]);
  });

  it('never change the choice', () => {
    const rules = `
      promotion p take 60.00 off promotion q take 10.00 off allow 1 of p, q
      guarantee discount at most 10.00`;
    expect(priced(rules, lines).total.discount).toBe('60.00');
  });

  it('a missing attribute is listed, with `required` it is a violation', () => {
    const rules = 'promotion p take 1.00 off guarantee "no loss" for each line pay at least cost';
    expect(priced(rules, lines).unchecked).toEqual([{ guarantee: 'no loss', line: 'c', missing: ['cost'] }]);
    expect(priced(`${rules} required`, lines).violations).toMatchObject([
      { guarantee: 'no loss', line: 'c', failed: [{ missing: ['cost'] }] },
    ]);
  });

  it('a division by zero cannot be tested either', () => {
    const rules = 'promotion p take 1.00 off guarantee "share" discount / list <= 0.5';
    const breakdown = priced(rules, []);
    expect(breakdown.violations).toEqual([]);
    expect(breakdown.unchecked).toMatchObject([{ guarantee: 'share' }]);
  });
});

it('`its store` of a shipping charge is whoever the charge names', () => {
  const { funding } = priced(
    'promotion p on shipping and lines take 20.00 off funded by its store 100%',
    [one('a', '30.00', { store: 'S1' })],
    { shipping: [{ id: 's', amount: '10.00', store: 'S9' }] },
  );
  expect(funding).toEqual({ S1: '15.00', S9: '5.00' });
});
