import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartDigest } from '../../src/cart/digest.js';
import { cartJsonSchema } from '../../src/cart/schema.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import { RUNS } from '../support/runs.js';
import { someCart, someRules } from './arbitrary.js';
import { behindProxy, type Change, changeOne, ofClass, shuffled, withObjects } from './change.js';

/** As many rules as keep the compiling of their schemas cheap beside the cases. */
const manyRules = fc.sample(someRules, { numRuns: Math.ceil(RUNS / 40), seed: 1 });

const rulesAndCart = fc.oneof(...manyRules.map((some) => fc.tuple(fc.constant(some), someCart(some))));

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Values close to right ones. */
const nearNumbers = [-1, -0, 1.5, 1e21, 2 ** 53];
const nearTexts = ['', '-1', '+1', '01', '1.', '.5', '1e3', '１２', '1,5', ' 1', '1\n', '1.1234567', 'minor'];
const nearInstants = ['2026-02-30T00:00:00Z', '2026-11-11T24:00:00Z', '2026-11-11T00:00:00'];
const near = fc.constantFrom<unknown>(
  ...nearNumbers,
  ...nearTexts,
  ...nearInstants,
  [],
  {},
  [[]],
  [{}],
  null,
  true,
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant('remove' as const),
  fc.oneof(near, fc.jsonValue()).map((value) => ({ value })),
);

describe('any cart', () => {
  it('that follows the declarations is accepted', () => {
    check(rulesAndCart, ([some, cart]) => {
      expect(validateCart(cart, some)).toMatchObject({ ok: true });
    });
  });

  it('is the same with its members in another order', () => {
    check(fc.tuple(rulesAndCart, fc.infiniteStream(fc.nat())), ([[some, cart], order]) => {
      const [plain, other] = [validateCart(cart, some), validateCart(shuffled(cart, order), some)];
      expect(other).toEqual(plain);
      const digests = [plain, other].map((each) => each.ok && cartDigest(each.cart, some.attributes));
      expect(digests[0]).toBe(digests[1]);
    });
  });

  it('is the same, mistakes and all, whether its objects are plain data or not', () => {
    check(fc.tuple(rulesAndCart, fc.nat(), change), ([[some, cart], place, made]) => {
      const changed = changeOne(cart, place, made);
      const plain = validateCart(changed, some);
      expect(validateCart(withObjects(changed, ofClass), some)).toEqual(plain);
      expect(validateCart(withObjects(changed, behindProxy), some)).toEqual(plain);
    });
  });

  it('is accepted by the schemas when the validator accepts it', () => {
    const general = new Ajv2020({ ownProperties: true }).compile(cartJsonSchema());
    check(rulesAndCart, ([some, cart]) => {
      expect([accepts(some, cart), general(cart)]).toEqual([true, true]);
    });
  });

  it('that the schema refuses after one change is refused by the validator', () => {
    check(fc.tuple(rulesAndCart, fc.nat(), change), ([[some, cart], place, made]) => {
      const changed = changeOne(cart, place, made);
      fc.pre(!accepts(some, changed));
      expect(validateCart(changed, some).ok).toBe(false);
    });
  });
});

describe('whatever it is given', () => {
  it('the validator throws nothing and says what is wrong', () => {
    check(fc.tuple(someRules, anything), ([some, input]) => {
      const result = validateCart(input, some);
      expect(result.ok || result.errors.length > 0).toBe(true);
    });
  });

  it('in the place of a member the same', () => {
    check(fc.tuple(rulesAndCart, fc.nat(), anything), ([[some, cart], place, value]) => {
      const result = validateCart(changeOne(cart, place, { value }), some);
      const messages = result.ok ? [] : result.errors.map(({ message }) => message);
      expect(messages.every((message) => message.length < 1000 && !message.includes('\n'))).toBe(true);
    });
  });
});

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: RUNS });
}

const compiled = new WeakMap<CartRules, (cart: unknown) => boolean>();

function accepts(some: CartRules, cart: unknown): boolean {
  const known = compiled.get(some) ?? new Ajv2020({ ownProperties: true }).compile(cartJsonSchema(some));
  compiled.set(some, known);
  return known(cart);
}
