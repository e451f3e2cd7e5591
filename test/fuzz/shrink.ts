import type { CartInput, CartLineInput } from '../../src/index.js';
import { type GeneratedRules, partsOf, without } from '../support/generate/model.js';
import { compiled } from '../support/generate/priced.js';
import { PLAIN } from '../support/generate/world.js';
import { type Difference, Evaluators } from './evaluators.js';
import { cartOf, type Pair } from './pair.js';

/** Whether evaluators still differ on a pair, and how. */
export type Test = (pair: Pair) => Difference | undefined;

/** Where both evaluators differ on a pair; nothing where its rules do not compile. */
export function differenceOn(pair: Pair): Difference | undefined {
  const ruleset = compiled(pair.rules);
  return ruleset && new Evaluators(ruleset).difference(cartOf(pair), pair.options);
}

/** A pair on which the evaluators still differ, and of which nothing can be left out. */
export function shrunk(pair: Pair, differs: Test = differenceOn): Pair {
  let smallest = pair;
  for (let next: Pair | undefined = pair; next; next = firstThat(differs, smallerThan(smallest)))
    smallest = next;
  return smallest;
}

function firstThat(differs: Test, pairs: Iterable<Pair>): Pair | undefined {
  for (const pair of pairs) if (differs(pair)) return pair;
  return undefined;
}

/** Everything that a pair becomes by leaving one thing out, the largest things first. */
function* smallerThan(pair: Pair): Iterable<Pair> {
  for (const rules of fewerRules(pair.rules)) yield { ...pair, rules };
  for (const cart of smallerCarts(pair.cart)) yield { ...pair, cart };
  for (const name of Object.keys(pair.options)) {
    const options = Object.entries(pair.options).filter(([other]) => other !== name);
    yield { ...pair, options: Object.fromEntries(options) };
  }
  if (pair.minor) yield { ...pair, minor: false };
}

function* fewerRules(rules: GeneratedRules): Iterable<GeneratedRules> {
  const { disguise } = rules.world;
  for (const one of rules.promotions)
    yield { ...rules, promotions: rules.promotions.filter((other) => other !== one) };
  for (const part of partsOf(rules)) yield without(rules, part);
  if (rules.layers.length > 0) yield withoutLayers(rules);
  for (const one of rules.layers) yield { ...rules, layers: rules.layers.filter((other) => other !== one) };
  if (disguise.size > 0) yield { ...rules, world: { ...rules.world, disguise: PLAIN.disguise } };
  for (const name of disguise.keys()) {
    const others = [...disguise].filter(([other]) => other !== name);
    yield { ...rules, world: { ...rules.world, disguise: new Map(others) } };
  }
}

function withoutLayers(rules: GeneratedRules): GeneratedRules {
  const promotions = rules.promotions.map((promotion) => ({ ...promotion, layer: undefined }));
  return { ...rules, layers: [], layersCap: undefined, promotions };
}

function* smallerCarts(cart: CartInput): Iterable<CartInput> {
  for (const [index, line] of cart.lines.entries()) {
    yield { ...cart, lines: cart.lines.filter((_, other) => other !== index) };
    for (const smaller of smallerLines(line))
      yield { ...cart, lines: cart.lines.map((each, other) => (other === index ? smaller : each)) };
  }
  for (const smaller of withoutMembers(cart)) if ('lines' in smaller) yield smaller;
  for (const name of ['customer', 'order', 'usage'] as const)
    for (const smaller of withoutMembers(cart[name] ?? {})) yield { ...cart, [name]: smaller };
  const { codes = [], shipping } = cart;
  for (const code of codes) yield { ...cart, codes: codes.filter((other) => other !== code) };
  if (typeof shipping !== 'object') return;
  for (const charge of shipping) yield { ...cart, shipping: shipping.filter((other) => other !== charge) };
}

function* smallerLines(line: CartLineInput): Iterable<CartLineInput> {
  yield* withoutMembers(line);
  if (line.quantity > 1) yield { ...line, quantity: 1 };
  if (line.quantity > 2) yield { ...line, quantity: line.quantity - 1 };
}

function* withoutMembers<T extends object>(holder: T): Iterable<T> {
  for (const name of Object.keys(holder))
    yield Object.fromEntries(Object.entries(holder).filter(([other]) => other !== name)) as T;
}
