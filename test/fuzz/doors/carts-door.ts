import { type CartInput, compile, load, planOf, type Pricer } from '../../../src/index.js';
import { compiled } from '../../support/generate/priced.js';
import { Evaluators } from '../evaluators.js';
import { askedOf, cartOf, rulesOf } from '../pair.js';
import { type Door, expectSame } from './door.js';
import { EXAMPLES, HOST } from './examples.js';
import { mutatedJson } from './json.js';
import { expectFaces, expectPriced } from './priced.js';
import { PLAIN } from '../../support/generate/world.js';

/** Attributes of every type whose names every object has. */
const ODD = `currency CNY
line has __proto__ optional text, constructor optional number, toString flag, valueOf optional list of text, then optional money
customer has __proto__ optional one of a, b, hasOwnProperty optional time
order has constructor optional text
shipping has __proto__ optional text
promotion __proto__ for each __proto__ take 10% off each line
promotion constructor for each constructor spend 10.00 take 1.00 off
promotion toString on lines where toString and valueOf has "a" take left * 5% off
coupon valueOf code like "__*" when customer.__proto__ is a take then off each unit
allow 1 of __proto__, constructor, valueOf`;

interface Shop {
  readonly evaluators: Evaluators;
  readonly pricer: Pricer;
}

/** Generated rules all read the same attributes, so that the carts of one are good for the others. */
const PLAIN_SEEDS: readonly number[] = Array.from({ length: 60 }, (_, seed) => seed + 1)
  .filter((seed) => rulesOf(seed).world === PLAIN)
  .slice(0, 6);

function shops(): readonly Shop[] {
  const texts = [...EXAMPLES.slice(0, 3).map(({ rules }) => rules), ODD];
  const written = texts.map((text) => {
    const result = compile(text, { host: HOST });
    return result.ok ? result.ruleset : undefined;
  });
  return [...written, ...PLAIN_SEEDS.map((seed) => compiled(rulesOf(seed)))].flatMap((ruleset) => {
    const loaded = ruleset && load(planOf(ruleset));
    return ruleset && loaded?.ok ? [{ evaluators: new Evaluators(ruleset), pricer: loaded.pricer }] : [];
  });
}

let opened: readonly Shop[] | undefined;

/** The JSON of a cart. */
export const carts: Door = {
  name: 'carts',
  extension: 'json',
  draw(random) {
    if (random.chance(0.4)) return mutatedJson(JSON.parse(random.pick(EXAMPLE_CARTS)), random);
    const rules = rulesOf(random.pick(PLAIN_SEEDS));
    return mutatedJson(cartOf({ rules, ...askedOf(rules, random.int(1, 100_000), 0) }), random);
  },
  take(text) {
    const cart = parsed(text);
    opened ??= shops();
    for (const { evaluators, pricer } of opened) {
      const said = expectFaces(pricer, cart);
      if (said === undefined) continue;
      expectPriced(evaluators, cart);
      expectSame('sent again, the cart costs', expectFaces(pricer, JSON.parse(JSON.stringify(cart))), said);
      expectSame('in another order, its lines cost', totalOf(pricer, reversed(cart)), totalOf(pricer, cart));
    }
  },
};

const EXAMPLE_CARTS: readonly string[] = EXAMPLES.flatMap((example) => example.carts);

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function reversed(cart: unknown): unknown {
  const { lines, ...rest } = cart as CartInput;
  return { ...rest, lines: lines.toReversed() };
}

function totalOf(pricer: Pricer, cart: unknown): string {
  const result = pricer.price(cart as CartInput, { breakdown: 'totals' });
  return JSON.stringify(result.ok && result.breakdown.total);
}
