import { describe, expect, it } from 'vitest';
import { type CartRules, cartValidator } from '../../src/cart/validate.js';
import { accepted, bareRules, cart, refused, rules, withLine } from './support.js';

const at = '2026-11-11T00:30:00+08:00';
/** The place of the attribute among those of a line. */
const WEIGHT = 4;

describe('a valid cart', () => {
  it('comes back with its defaults filled in and its undeclared attributes left out', () => {
    expect(accepted(cart)).toStrictEqual({
      currency: 'CNY',
      minor: false,
      at: '2026-11-11T00:30:00+08:00',
      instant: Date.UTC(2026, 10, 10, 16, 30),
      customer: ['vip'],
      order: [undefined],
      codes: ['CAT88'],
      lines: [
        {
          id: '1',
          sku: 'SHIRT',
          quantity: 2,
          price: 12900,
          finer: undefined,
          list: 25800,
          values: ['S1', 'mijia', undefined, undefined, undefined, undefined, undefined],
        },
      ],
      shipping: [{ id: 'shipping', amount: 1000, values: [undefined] }],
      usage: new Map([
        ['CAT88', { customer: 0, customerDay: 0, total: 9120, spent: 40128000, customerUnits: 0 }],
      ]),
    });
  });

  it('may be empty', () => {
    expect(accepted({ currency: 'CNY', at, lines: [] })).toStrictEqual({
      currency: 'CNY',
      minor: false,
      at,
      instant: Date.UTC(2026, 10, 10, 16, 30),
      customer: [undefined],
      order: [undefined],
      codes: [],
      lines: [],
      shipping: [{ id: 'shipping', amount: 0, values: [undefined] }],
      usage: new Map(),
    });
  });

  it('is the same in minor units', () => {
    const minor = {
      ...cart,
      amounts: 'minor',
      lines: [{ ...cart.lines[0], price: 12900 }],
      shipping: 1000,
      usage: { CAT88: { total: 9120, spent: 40128000 } },
    };
    expect(accepted(minor)).toEqual({ ...accepted(cart), minor: true });
  });

  it('reads every type of attribute', () => {
    const read = accepted(
      withLine({
        cost: '80.50',
        clearance: true,
        weight: '-0.250',
        restocked: '1969-12-31T23:59:59.5Z',
        labels: ['a', 'a'],
      }),
    );
    expect(read.lines[0]?.values).toEqual(['S1', 'mijia', 8050, true, '-0.25', -500, ['a', 'a']]);
  });

  it('takes several charges, or none', () => {
    const charges = [
      { id: 'express', amount: '12.00', method: 'air', weight: null },
      { id: '1', amount: '0.00' },
    ];
    expect(accepted({ ...cart, shipping: charges }).shipping).toEqual([
      { id: 'express', amount: 1200, values: ['air'] },
      { id: '1', amount: 0, values: [undefined] },
    ]);
    expect(accepted({ ...cart, shipping: [] }).shipping).toEqual([]);
  });

  it('names each code once', () => {
    expect(accepted({ ...cart, codes: ['B', 'A', 'B', 'b', ''] }).codes).toEqual(['B', 'A', 'b', '']);
  });

  it('keeps what the ledger knows of promotions that the rules do not have, sorted by id', () => {
    const usage = { z: { total: 1 }, CAT88: {}, '10': {}, '9': {} };
    expect([...accepted({ ...cart, usage }).usage.keys()]).toEqual(['10', '9', 'CAT88', 'z']);
  });

  it('takes half a surrogate pair as any text', () => {
    expect(accepted({ ...cart, codes: ['\uD83D'] }).codes).toEqual(['\uD83D']);
  });

  it('carries its own copy', () => {
    const codes = ['A'];
    const read = accepted({ ...cart, codes });
    codes.push('B');
    expect(read.codes).toEqual(['A']);
  });
});

describe('names that objects have anyway', () => {
  const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
  const declared = names.map((name) => ({ name, type: 'text' as const, optional: true }));
  const others: CartRules = { ...rules, attributes: { ...rules.attributes, line: declared } };

  it('are missing where the cart does not have them', () => {
    expect(accepted(cart, others).lines[0]?.values).toEqual(names.map(() => undefined));
  });

  it('are attributes, ids, SKUs, codes and promotions like others where it does', () => {
    const members = parse(
      `{${names.map((name) => `"${name}": "own"`).join()}, "id": "__proto__", "sku": "constructor"}`,
    );
    const usage = parse('{"__proto__": {"total": 3}, "toString": {}}');
    const read = accepted({ ...withLine(members), codes: names, usage }, others);
    expect(read.lines[0]).toMatchObject({ id: '__proto__', sku: 'constructor' });
    expect(read.lines[0]?.values).toEqual(names.map(() => 'own'));
    expect([...read.usage.keys()]).toEqual(['__proto__', 'toString']);
  });

  it('are unknown members where they stand at the top or in a usage entry', () => {
    const input = parse(
      `{"currency":"CNY","at":"${at}","lines":[],"__proto__":{},"usage":{"A":{"toString":1}}}`,
    );
    expect(refused(input).map(({ code, path }) => [code, path])).toEqual([
      ['RC0003', 'usage.A.toString'],
      ['RC0003', '__proto__'],
    ]);
  });
});

describe('limits', () => {
  it.each([
    ['1', 1],
    ['1,000,000', 1_000_000],
    ['1.0 as JSON has it', JSON.parse('1.0') as number],
  ])('a quantity of %s is in order', (_, quantity) => {
    expect(accepted(withLine({ quantity })).lines[0]?.quantity).toBe(quantity);
  });

  it.each([0, -0, -1, 1_000_001, 0.5, Number.NaN, Number.POSITIVE_INFINITY, JSON.parse('1e999') as number])(
    'a quantity of %s is not',
    (quantity) => {
      expect(refused(withLine({ quantity }))).toMatchObject([{ code: 'RC0011', path: 'lines[0].quantity' }]);
    },
  );

  it('the greatest amount is in order, the next is not', () => {
    const greatest = '90071992547409.91';
    expect(accepted({ ...withLine({ price: greatest, quantity: 1 }), shipping: '0' }).lines[0]?.list).toBe(
      Number.MAX_SAFE_INTEGER,
    );
    const minor = { currency: 'CNY', amounts: 'minor', at, lines: [] };
    expect(accepted({ ...minor, shipping: Number.MAX_SAFE_INTEGER }).shipping[0]?.amount).toBe(
      Number.MAX_SAFE_INTEGER,
    );
    expect(refused({ ...minor, shipping: 2 ** 53 })).toMatchObject([{ code: 'RC0008' }]);
  });

  it.each(['01', '+1', '-1', '1.', '.5', '1e3', '１２', '1 ', '', '∞', '1,000', '0x10', '¥1'])(
    '%j is no amount',
    (price) => {
      expect(refused(withLine({ price }))).toMatchObject([{ code: 'RC0006', path: 'lines[0].price' }]);
    },
  );

  it.each([-1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY])('%s is no amount of minor units', (amount) => {
    const input = { currency: 'CNY', amounts: 'minor', at, lines: [], shipping: amount };
    expect(refused(input)).toMatchObject([{ code: 'RC0006', path: 'shipping' }]);
  });

  it('-0 is 0', () => {
    const input = {
      currency: 'CNY',
      amounts: 'minor',
      at,
      lines: [],
      shipping: -0,
      usage: { A: { total: -0, customer: 1 } },
    };
    expect(accepted(input).shipping[0]?.amount).toBe(0);
    expect(accepted(input).usage.get('A')?.total).toBe(0);
  });

  it.each([
    ['0', '0'],
    ['-0.0', '0'],
    ['1.50', '1.5'],
    ['-12', '-12'],
    [`${'9'.repeat(30)}.${'1'.repeat(30)}`, `${'9'.repeat(30)}.${'1'.repeat(30)}`],
  ])('the number %s is %s', (weight, shortest) => {
    expect(accepted(withLine({ weight })).lines[0]?.values[WEIGHT]).toBe(shortest);
  });

  it.each(['+1', '01', '1.', '1e3', '9'.repeat(31), `0.${'1'.repeat(31)}`, 'NaN', ''])(
    '%s is no number',
    (weight) => {
      expect(refused(withLine({ weight }))).toMatchObject([{ code: 'RC0010' }]);
    },
  );
});

describe('shipping that must carry attributes', () => {
  const method = { name: 'method', type: 'text' as const, optional: false };
  const others: CartRules = { ...rules, attributes: { ...rules.attributes, shipping: [method] } };

  it('may be left out or 0', () => {
    expect(accepted({ ...cart, shipping: undefined }, others).shipping).toHaveLength(1);
    expect(accepted({ ...cart, shipping: '0.00' }, others)).toEqual(
      accepted({ ...cart, shipping: undefined }, others),
    );
  });

  it('names what each charge misses', () => {
    expect(refused({ ...cart, shipping: [{ id: 'a', amount: '1.00' }] }, others)).toMatchObject([
      { code: 'RC0002', path: 'shipping[0].method' },
    ]);
  });
});

describe('several mistakes', () => {
  it('come all at once, in the order of the members', () => {
    const input = {
      currency: 'CNY',
      at: 'now',
      customer: { tier: 1 },
      codes: [1, 2],
      lines: [{ id: '', sku: 5 }, 7, { id: 'x', sku: 'y', quantity: 0, price: 'z', store: [] }],
      usage: [],
      extra: 1,
    };
    const places = refused(input).map(({ path }) => path);
    expect(places.join(' ')).toBe(
      'at customer.tier codes[0] codes[1] ' +
        'lines[0].id lines[0].sku lines[0].quantity lines[0].price lines[0].store lines[1] ' +
        'lines[2].quantity lines[2].price lines[2].store usage extra',
    );
  });

  it('do not follow from a wrong currency or a wrong word for amounts', () => {
    expect(refused({ ...cart, currency: 'KWD', shipping: '1.125' })).toMatchObject([{ code: 'RC0004' }]);
    expect(refused({ ...cart, amounts: 'cents', shipping: 5 })).toMatchObject([{ code: 'RC0014' }]);
  });
});

describe('what a message repeats of the cart', () => {
  it('is cut to 40 characters, between characters', () => {
    expect(refused({ ...cart, currency: 'x'.repeat(10_000) })[0]?.found).toBe(`"${'x'.repeat(39)}…"`);
    expect(refused({ ...cart, currency: '😀'.repeat(10_000) })[0]?.found).toBe(`"${'😀'.repeat(19)}…"`);
  });

  it('is escaped', () => {
    expect(refused({ ...cart, currency: '\u001B[31m\u202E"\n\u200B\uD800' })[0]?.found).toBe(
      '"\\u001b[31m\\u202e\\"\\n\\u200b\\ud800"',
    );
    expect(refused({ ...cart, 'a\nb': 1 })[0]?.path).toBe('["a\\nb"]');
    expect(refused({ ...cart, usage: { 'a b': 1 } })[0]?.path).toBe('usage["a b"]');
  });

  it('is the first ten words of many', () => {
    const members = Array.from({ length: 5000 }, (_, index) => `m${index}`);
    const tier = { name: 'tier', type: 'one-of' as const, optional: true, members };
    const others: CartRules = { ...rules, attributes: { ...rules.attributes, customer: [tier] } };
    expect(refused(cart, others)[0]?.expected).toMatch(/^one of (`m\d`, ){10}… \(5000 in all\)$/);
  });
});

describe('one validator', () => {
  it('serves many carts, well and badly made', () => {
    const validate = cartValidator(bareRules(0));
    const yen = { currency: 'JPY', at, lines: [{ id: '1', sku: 'A', quantity: 3, price: '120' }] };
    const results = [yen, {}, { ...yen, amounts: 'minor' }, yen].map((input) => validate(input).ok);
    expect(results).toEqual([true, false, false, true]);
  });

  it('reads ten thousand lines, and names their first thousand mistakes', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => ({ ...cart.lines[0], id: String(index) }));
    expect(accepted({ ...cart, lines }).lines).toHaveLength(10_000);
    const errors = refused({ ...cart, lines: lines.map((line) => ({ ...line, id: 'same' })) });
    expect(errors.map(({ code }) => code)).toEqual([...Array<string>(1000).fill('RC0013'), 'RC0018']);
  });
});

function parse(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
