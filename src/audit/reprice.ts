import type { Breakdown } from '../breakdown/types.js';
import { cartDigest } from '../cart/digest.js';
import type { Cart, CartInput } from '../cart/types.js';
import { type Booked, evaluateBooked } from '../reference/evaluate.js';
import { Ruleset } from '../ruleset.js';
import type { Finding } from '../verify/failure.js';
import { findingOf } from '../verify/verify.js';
import { differences } from './differences.js';

/** What a breakdown is said to have been made from. */
export interface Origin {
  readonly ruleset: Ruleset;
  readonly cart: CartInput;
}

export type Repriced =
  | ({ readonly ok: true; readonly cart: Cart } & Booked)
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Prices a cart with the reference evaluator as the breakdown was priced: told as much, and no more. */
export function repriced(breakdown: Breakdown, { ruleset, cart: input }: Origin): Repriced {
  if (breakdown.ruleset !== ruleset.digest) return refused(OTHER_RULES, ruleset.digest, breakdown.ruleset);
  const checked = Ruleset.pricer(ruleset).validate(input);
  if (!checked.ok) return { ok: false, findings: checked.errors.map(cartFinding) };
  const { cart } = checked;
  const rules = Ruleset.checked(ruleset);
  const digest = cartDigest(cart, rules.attributes);
  if (breakdown.cart !== undefined && breakdown.cart !== digest)
    return refused(OTHER_CART, digest, breakdown.cart);
  const options = {
    explain: breakdown.refused.flatMap(({ promotion = [] }) => promotion),
    hints: breakdown.hints !== undefined,
    ...(breakdown.cart !== undefined && { cartDigest: digest }),
  };
  return { ok: true, cart, ...evaluateBooked(rules, ruleset.digest, cart, options) };
}

const OTHER_RULES = { name: 'ruleset', says: 'the rules are those that the breakdown was made from' };
const OTHER_CART = { name: 'cart', says: 'the cart is the one that the breakdown was made from' };

function refused(about: typeof OTHER_RULES, expected: string, found: string): Repriced {
  return { ok: false, findings: [findingOf(about, { path: about.name, expected, found }, 0)] };
}

function cartFinding({ path, expected, found, message }: CartFault): Finding {
  return { equation: 'cart-valid', path, expected, found, message: `the cart cannot be priced: ${message}` };
}

interface CartFault {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
}

/** Where a promotion stands in its file: of the rules' writing, which their digest leaves out, not of their meaning. */
const PLACE = /^promotions\[\d+\]\.(file|line)$/;

/** Every member in which the breakdown is another than its rules and its cart make it; places in rule files come last. */
export function unlikeRepriced(breakdown: Breakdown, expected: Breakdown): readonly Finding[] {
  const found = [...differences(JSON.parse(JSON.stringify(expected)), breakdown)];
  const places = found.filter(({ path }) => PLACE.test(path));
  const others = found.filter(({ path }) => !PLACE.test(path));
  const about = breakdown.cart === undefined ? UNNAMED : REPRICED;
  return [
    ...others.map((failure) => findingOf(about, failure, 0)),
    ...places.map((failure) => findingOf(MOVED, failure, 0)),
  ];
}

const REPRICED = {
  name: 'repriced',
  says: 'the rules and the cart, priced again, give what the breakdown says',
};
const UNNAMED = {
  ...REPRICED,
  says: `${REPRICED.says}; it names no cart by its digest, so this may be another`,
};
const MOVED = { name: 'place', says: 'promotions stand in their files where the breakdown says' };
