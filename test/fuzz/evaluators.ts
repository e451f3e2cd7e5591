import {
  type Breakdown,
  breakdownJson,
  type CartInput,
  load,
  planOf,
  type PriceOptions,
  type Pricer,
  type Ruleset,
} from '../../src/index.js';
import type { Cart } from '../../src/cart/types.js';
import { evaluate } from '../../src/reference/evaluate.js';
import { Ruleset as Compiled } from '../../src/ruleset.js';

/** What two evaluators (or two faces of the engine) say of one cart where they do not say the same, as JSON, or how they broke down. */
export interface Difference {
  readonly engine: string;
  readonly reference: string;
}

/** Both evaluators of one ruleset; the engine runs the ruleset's plan as it comes back from its JSON. */
export class Evaluators {
  readonly #ruleset: Ruleset;
  readonly #pricer: Pricer;

  constructor(ruleset: Ruleset) {
    const loaded = load(JSON.stringify(planOf(ruleset)));
    if (!loaded.ok) throw new Error(loaded.error.message);
    this.#ruleset = ruleset;
    this.#pricer = loaded.pricer;
  }

  /** What is wrong with a cart. */
  errorsOf(input: CartInput): readonly string[] {
    const checked = this.#pricer.validate(input);
    return checked.ok ? [] : checked.errors.map(({ message, path }) => `${path}: ${message}`);
  }

  /** What the engine says of a cart; nothing where the cart is refused. */
  price(input: CartInput, options: PriceOptions = {}): string | undefined {
    const checked = this.#pricer.validate(input);
    return checked.ok ? said(() => this.#pricer.priceValid(checked.cart, options)) : undefined;
  }

  /** Where the evaluators differ on a cart, or break down; nothing of a cart that is refused, of which `refused` is told. */
  difference(input: CartInput, options: PriceOptions, refused?: () => void): Difference | undefined {
    const checked = this.#pricer.validate(input);
    if (!checked.ok) {
      refused?.();
      return undefined;
    }
    const { cart } = checked;
    const engine = said(() => this.#pricer.priceValid(cart, options));
    const reference = said(() => this.#evaluate(cart, options, engine));
    if (engine !== reference || engine.startsWith(BROKEN)) return { engine, reference };
    return this.#differenceOfFaces(cart, options, engine);
  }

  /** The quick writer of JSON and the totals alone say what the whole breakdown says. */
  #differenceOfFaces(cart: Cart, options: PriceOptions, reference: string): Difference | undefined {
    const written = text(() => breakdownJson(this.#pricer.priceValid(cart, options)));
    if (written !== reference) return { engine: written, reference };
    const alone = said(() => totalsIn(this.#pricer.priceValid(cart, { breakdown: 'totals' })));
    const whole = said(() => totalsIn(JSON.parse(reference) as Breakdown));
    return alone === whole ? undefined : { engine: alone, reference: whole };
  }

  /** Digests of carts are not the reference evaluator's; it is handed the one that the engine's breakdown holds. */
  #evaluate(cart: Cart, { cartDigest, explain = [], hints = false }: PriceOptions, engine: string): unknown {
    const digest = cartDigest === true ? /"cart":"(sha256:\w+)"/.exec(engine)?.[1] : undefined;
    return evaluate(Compiled.checked(this.#ruleset), this.#ruleset.digest, cart, {
      explain,
      hints,
      ...(digest !== undefined && { cartDigest: digest }),
    });
  }
}

const BROKEN = 'broke down: ';

function totalsIn({ total, violations }: Pick<Breakdown, 'total' | 'violations'>): unknown {
  return { total, violations };
}

function said(evaluated: () => unknown): string {
  return text(() => JSON.stringify(evaluated()));
}

function text(written: () => string): string {
  try {
    return written();
  } catch (error) {
    return BROKEN + (error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
