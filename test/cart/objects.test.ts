import { describe, expect, it } from 'vitest';
import { type CartRules, cartValidator } from '../../src/cart/validate.js';
import { accepted, cart, refused, rules, withLine } from './support.js';

describe('objects that JSON does not know', () => {
  it.each([
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['a proxy that was revoked', revoked()],
    ['a boxed text', Object('text') as unknown],
    ['a typed array', new Uint8Array(3)],
  ])('%s is no customer', (_, customer) => {
    expect(refused({ ...cart, customer })).toMatchObject([{ code: 'RC0001', path: 'customer' }]);
  });

  it('an object of a class, or without a prototype, is one', () => {
    class Customer {
      readonly tier = 'vip';
    }
    expect(accepted({ ...cart, customer: new Customer() })).toEqual(accepted(cart));
    expect(accepted(Object.assign(Object.create(null), cart))).toEqual(accepted(cart));
  });

  it('a getter that throws is a mistake at its place', () => {
    const lines = [Object.defineProperty({ ...cart.lines[0] }, 'brand', { get: thrower, enumerable: true })];
    expect(refused({ ...cart, lines })).toMatchObject([
      { code: 'RC0001', path: 'lines[0].brand', found: 'a value that cannot be read' },
    ]);
  });

  it('a getter is asked for no more than its value', () => {
    const tier = { get: () => 'vip', enumerable: true };
    expect(accepted({ ...cart, customer: Object.defineProperty({}, 'tier', tier) })).toEqual(accepted(cart));
  });

  it('a list that cannot be read is a mistake at its place', () => {
    expect(refused({ ...cart, codes: mute([]) })).toMatchObject([
      { code: 'RC0001', path: 'codes', found: 'a value that cannot be read' },
    ]);
  });

  it('a prototype of every object that was tampered with lends nothing', () => {
    const others: CartRules = { ...rules, attributes: { ...rules.attributes, order: [] } };
    const validate = cartValidator(others);
    const plain = validate(cart);
    const tampered = Object.prototype as { brand?: string; id?: string; extra?: string };
    Object.assign(tampered, { brand: 'lent', id: 'lent', extra: 'lent' });
    try {
      expect(validate(cart)).toEqual(plain);
      expect(validate({ ...cart, lines: [{}] }).ok).toBe(false);
    } finally {
      delete tampered.brand;
      delete tampered.id;
      delete tampered.extra;
    }
  });

  it('a list of four billion holes is too long, and one of some at its first', () => {
    expect(refused({ ...cart, lines: new Array(4_294_967_295) })).toMatchObject([
      { code: 'RC0016', path: 'lines' },
    ]);
    expect(refused({ ...cart, lines: new Array(1000) })).toMatchObject([
      { code: 'RC0002', path: 'lines[0]' },
    ]);
  });

  it('an object that answers nothing is a mistake wherever it stands', () => {
    for (const hostile of [mute({}), mute([]), revoked()]) {
      for (const name of [
        'customer',
        'order',
        'codes',
        'lines',
        'shipping',
        'usage',
        'at',
        'currency',
        'amounts',
      ]) {
        expect(refused({ ...cart, [name]: hostile })).toMatchObject([
          { path: expect.stringContaining(name) as string },
        ]);
      }
      expect(refused({ ...cart, lines: [hostile] })).toHaveLength(1);
      expect(refused({ ...cart, codes: [hostile] })).toHaveLength(1);
      expect(refused(withLine({ labels: hostile }))).toHaveLength(1);
      expect(refused(hostile)).toHaveLength(1);
    }
  });

  it('a list that holds the cart itself ends', () => {
    const lines: unknown[] = [];
    lines.push(lines);
    expect(refused({ ...cart, lines })).toMatchObject([
      { code: 'RC0001', path: 'lines[0]', found: 'a list' },
    ]);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function thrower(): never {
  throw new Error('no');
}

/** A proxy whose every trap throws. */
function mute(target: object): unknown {
  return new Proxy(target, new Proxy({}, { get: thrower }));
}
