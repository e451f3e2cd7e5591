import { describe, expect, it } from 'vitest';
import {
  type CartInput,
  compile,
  type Refund,
  type RefundOptions,
  refundText,
  verifyRefund,
} from '../../src/index.js';
import { price } from '../support/price.js';
import { refunded } from './returns.js';

type Line = CartInput['lines'][number];

function line(id: string, quantity: number, unitPrice: string | number, store = 'S1'): Line {
  return { id, sku: id, quantity, price: unitPrice, store };
}

/** Returns of one sale, each after the one before. */
class Order {
  readonly #options: Omit<RefundOptions, 'returns'>;
  readonly #refunds: Refund[] = [];
  readonly pay: string | number;

  constructor(rules: string, lines: readonly Line[], more: Partial<CartInput> = {}) {
    const compiled = compile(`currency ${more.currency ?? 'CNY'}\nline has store text\n${rules}`);
    if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
    const cart = { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', lines, ...more };
    const result = price(compiled.ruleset, cart);
    if (!result.ok) throw new Error(result.errors[0]?.message);
    this.#options = { breakdown: result.breakdown, origin: { ruleset: compiled.ruleset, cart } };
    this.pay = result.breakdown.total.pay;
  }

  back(returns: RefundOptions['returns'], more: Pick<RefundOptions, 'policy' | 'shipping'> = {}): Refund {
    const after = this.#refunds.at(-1);
    const one = refunded({ ...this.#options, ...more, returns, ...(after && { after }) });
    const [broken] = verifyRefund(one);
    if (broken !== undefined) throw new Error(broken.message);
    this.#refunds.push(one);
    return one;
  }

  /** What is given back unit by unit of one line. */
  unitsOf(id: string, count: number): readonly (string | number)[] {
    return Array.from({ length: count }, () => this.back([{ line: id, units: 1 }]).total.refund);
  }
}

describe('units of a line', () => {
  it('come back from the end: the smaller ones first', () => {
    const order = new Order('promotion a take 10.00 off', [line('A', 3, '10.00')]);
    expect(order.pay).toBe('20.00');
    expect(order.unitsOf('A', 3)).toEqual(['6.66', '6.67', '6.67']);
  });

  it('list less what every standing took is what was paid, for every unit', () => {
    const rules =
      'promotion a take 1.00 off funded by x 50%, y 50%\npromotion b take 1.00 off funded by y 100%';
    const order = new Order(rules, [line('A', 3, '10.00')]);
    const units = [1, 2, 3].map(() => order.back([{ line: 'A', units: 1 }]));
    expect(
      units.map(({ lines: [one] }) => [
        one?.list,
        one?.paid,
        ...(one?.adjustments ?? []).map(({ amount }) => amount),
      ]),
    ).toEqual([
      ['10.00', '9.33', '0.33', '0.34'],
      ['10.00', '9.33', '0.34', '0.33'],
      ['10.00', '9.34', '0.33', '0.33'],
    ]);
    expect(units.map(({ funding }) => [funding['x']?.back, funding['y']?.back])).toEqual([
      ['0.16', '0.51'],
      ['0.17', '0.50'],
      ['0.17', '0.49'],
    ]);
  });

  it('bought dear and cheap by one promotion are alike when they come back', () => {
    const order = new Order('promotion a every 2 units take 50% off the cheapest 1', [line('A', 2, '39.90')]);
    expect(order.unitsOf('A', 2)).toEqual(['29.92', '29.93']);
  });
});

describe('promotions of both kinds', () => {
  const RULES = `layers first, second
promotion lost layer first spend 500.00 take 50.00 off returns retest
promotion stays layer second take 10% off`;
  const lines = [line('A', 1, '400.00'), line('B', 1, '100.00')];

  it('what says retest is held back, what says keep stays', () => {
    const order = new Order(RULES, lines);
    expect(order.pay).toBe('405.00');
    // `lost` gave 40.00 to what is kept; priced alone that costs 360.00 instead of 324.00.
    const { total, rest } = order.back([{ line: 'B' }]);
    expect([total.goods, total.held, total.refund, rest?.worth]).toEqual([
      '81.00',
      '36.00',
      '45.00',
      '36.00',
    ]);
  });

  it('nobody gets less than for buying only what is kept: another promotion that stands instead is reckoned with', () => {
    const rules = `promotion a spend 500.00 take 50.00 off returns retest
promotion b spend 300.00 take 30.00 off
allow 1 of a, b`;
    const order = new Order(rules, lines);
    const { total, rest } = order.back([{ line: 'B' }]);
    expect([rest?.total.pay, total.goods, total.held, total.refund]).toEqual([
      '370.00',
      '90.00',
      '10.00',
      '80.00',
    ]);
  });

  it('a promotion that keeps is not taken back for one that would be less', () => {
    const rules = `promotion a spend 500.00 take 50.00 off returns keep
promotion b spend 300.00 take 30.00 off returns retest
allow 1 of a, b`;
    const { total } = new Order(rules, lines).back([{ line: 'B' }]);
    expect([total.goods, total.held, total.refund]).toEqual(['90.00', '0.00', '90.00']);
  });
});

describe('a return that would have to be paid for', () => {
  it('gives nothing, says what would be due, and is reckoned with later', () => {
    const order = new Order('promotion a spend 500.00 take 100.00 off returns retest', [
      line('A', 1, '480.00'),
      line('B', 2, '10.00'),
    ]);
    expect(order.pay).toBe('400.00');
    const first = order.back([{ line: 'B', units: 1 }]);
    expect([first.total.refund, first.total.short, first.total.held]).toEqual(['0.00', '90.00', '8.00']);
    const second = order.back([{ line: 'B' }]);
    expect([second.total.refund, second.total.short]).toEqual(['0.00', '80.00']);
    const third = order.back('all');
    expect([third.total.refund, third.total.left, third.total.held]).toEqual(['400.00', '0.00', '-16.00']);
  });
});

describe('shipping', () => {
  const POSTAGE = 'promotion postage spend 100.00 ship free';
  const lines = [line('A', 1, '60.00'), line('B', 1, '60.00')];

  it.each([
    ['last', ['60.00', '70.00']],
    ['share', ['65.00', '65.00']],
    ['never', ['60.00', '60.00']],
  ] as const)('comes back `%s`', (shipping, expected) => {
    const order = new Order('promotion none spend 1000.00 take 1.00 off', lines, { shipping: '10.00' });
    expect(['A', 'B'].map((id) => order.back([{ line: id }], { shipping }).total.refund)).toEqual(expected);
  });

  it('that was free for a threshold stays free, or is held back where its promotion says retest', () => {
    const refundOf = (rules: string): string | number =>
      new Order(rules, lines, { shipping: '10.00' }).back([{ line: 'B' }]).total.refund;
    expect(refundOf(POSTAGE)).toBe('60.00');
    expect(refundOf(`${POSTAGE} returns retest`)).toBe('50.00');
  });

  it('that never comes back does not come back either because the rest alone would be sent free', () => {
    const rest = [line('A', 1, '1.00'), line('B', 1, '60.00')];
    const order = new Order('promotion small when list < 10.00 ship free', rest, { shipping: '10.00' });
    const { total } = order.back([{ line: 'B' }], { policy: 'retest', shipping: 'never' });
    expect([total.paid, total.refund, total.left]).toEqual(['71.00', '61.00', '10.00']);
    const last = order.back('all', { policy: 'retest', shipping: 'never' });
    expect([last.total.refund, last.total.left]).toEqual(['0.00', '10.00']);
  });

  it('goods that cost nothing give shipping back with the last of them', () => {
    const order = new Order('promotion free pay 0.00', lines, { shipping: '10.00' });
    const shares = ['A', 'B'].map((id) => order.back([{ line: id }], { shipping: 'share' }).total.refund);
    expect(shares).toEqual(['0.00', '10.00']);
  });
});

describe('gifts', () => {
  const rules = (returns: string): string => `promotion g every 100.00 give 1 of "CUP" ${returns}`;
  const order = (returns: string): Order => new Order(rules(returns), [line('A', 3, '100.00')]);

  it('are due for what is tested again, and change no amount', () => {
    const { gifts, total } = order('returns retest').back([{ line: 'A', units: 1 }]);
    expect([gifts, total.refund]).toEqual([[{ promotion: 'g', skus: ['CUP'], count: 1 }], '100.00']);
  });

  it('are listed as long as they are no longer earned, by the next return, too', () => {
    const retested = order('returns retest');
    const counts = [1, 2].map(() => retested.back([{ line: 'A', units: 1 }]).gifts[0]?.count);
    expect(counts).toEqual([1, 2]);
  });

  it('stay where the promotion keeps, until nothing is kept', () => {
    const kept = order('');
    expect(kept.back([{ line: 'A', units: 1 }]).gifts).toEqual([]);
    expect(kept.back('all').gifts).toEqual([{ promotion: 'g', skus: ['CUP'], count: 3 }]);
  });
});

describe('bundles and add-ons', () => {
  it('a broken bundle gives back what was paid, or is priced as broken', () => {
    const rules = 'promotion b bundle 1 of sku "A", 1 of sku "B" pay 80.00';
    const lines = [line('A', 1, '60.00'), line('B', 1, '40.00')];
    expect(new Order(rules, lines).back([{ line: 'B' }], { policy: 'keep' }).total.refund).toBe('32.00');
    expect(new Order(rules, lines).back([{ line: 'B' }], { policy: 'retest' }).total.refund).toBe('20.00');
  });

  it('an add-on whose threshold is gone costs its list price again', () => {
    const rules = 'promotion o spend 99.00 offer 1 of "MUG" for 1.00';
    const lines = [line('A', 1, '99.00'), { id: 'm', sku: 'MUG', quantity: 1, price: '20.00', store: 'S1' }];
    const order = new Order(rules, lines);
    expect(order.pay).toBe('100.00');
    expect(order.back([{ line: 'A' }], { policy: 'retest' }).total.refund).toBe('80.00');
    expect(order.back([{ line: 'm' }], { policy: 'retest' }).total.refund).toBe('20.00');
  });
});

describe('parties', () => {
  it('only those of the lines that come back give back', () => {
    const rules = 'promotion a take 30.00 off funded by platform 50%, its store 50%';
    const order = new Order(rules, [line('A', 1, '200.00', 'S1'), line('B', 1, '100.00', 'S2')]);
    const { funding } = order.back([{ line: 'B' }], { policy: 'keep' });
    expect(funding).toEqual({
      platform: { was: '15.00', before: '0.00', back: '5.00' },
      S1: { was: '10.00', before: '0.00', back: '0.00' },
      S2: { was: '5.00', before: '0.00', back: '5.00' },
    });
  });

  it('commission comes back with the units it was earned on', () => {
    const rules = 'promotion a on lines where store is "S1" take 1.00 off commission host 10% of paid';
    const order = new Order(rules, [line('A', 3, '10.00'), line('B', 1, '50.00', 'S2')]);
    const backs = [
      order.back([{ line: 'B' }]),
      ...[1, 2, 3].map(() => order.back([{ line: 'A', units: 1 }])),
    ];
    expect(backs.map(({ commission }) => commission['host']?.back)).toEqual(['0.00', '0.96', '0.97', '0.97']);
  });
});

describe('amounts', () => {
  it('stand in minor units where the breakdown has them so', () => {
    const order = new Order('promotion a take 10.00 off', [line('A', 3, 1000)], { amounts: 'minor' });
    const { amounts, total } = order.back([{ line: 'A', units: 1 }]);
    expect([amounts, total.refund, total.left]).toEqual(['minor', 666, 1334]);
  });

  it('have the digits of the currency', () => {
    const order = new Order('promotion a take 10 off', [line('A', 3, '100')], { currency: 'JPY' });
    expect(order.unitsOf('A', 3)).toEqual(['96', '97', '97']);
  });

  it('are exact at the greatest that there are', () => {
    const order = new Order('promotion a take 1.00 off', [line('A', 7, '12867427506772.84')]);
    const all = order.unitsOf('A', 7).map((one) => BigInt(String(one).replace('.', '')));
    expect(all.reduce((sum, one) => sum + one)).toBe(BigInt(String(order.pay).replace('.', '')));
  });
});

describe('the text', () => {
  const order = (): Order =>
    new Order(
      `promotion 满减 spend 500.00 take 50.00 off returns retest funded by platform 60%, its store 40%
promotion cup spend 500.00 give 1 of "CUP" returns retest`,
      [line('外套', 1, '399.00'), line('袜子\u001b[31m', 3, '59.90', 'S2')],
      { shipping: '10.00' },
    );
  const first = order().back([{ line: '袜子\u001b[31m', units: 2 }], { shipping: 'share' });

  it.each([
    ['wide', { width: 80 }],
    ['narrow, in ASCII', { width: 40, ascii: true }],
  ])('is drawn %s', (_, options) => {
    expect(refundText(first, options)).toMatchSnapshot();
    expect(refundText(first, options)).not.toContain('\u001b');
  });

  it('of what keeping is worth, and of what is set free', () => {
    const one = order();
    one.back([{ line: '袜子\u001b[31m', units: 2 }], { policy: 'retest' });
    expect(refundText(one.back('all'))).toMatchSnapshot('set free');
    expect(
      refundText(order().back([{ line: '袜子\u001b[31m', units: 2 }], { policy: 'keep' })),
    ).toMatchSnapshot('worth');
  });
});
