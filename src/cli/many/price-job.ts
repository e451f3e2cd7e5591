import { breakdownJson, load, type PriceOptions, type Pricer } from '../../pricer.js';
import type { Cart } from '../../cart/types.js';
import { type Overrides, withOverrides } from '../cart.js';
import { brokenGuarantees } from '../violations.js';
import type { Job, Outcome } from './batch.js';

/** Prices each cart by a plan: its breakdown as one line of JSON, or its totals. */
export interface PriceSetup {
  readonly kind: 'price';
  /** A plan as JSON that `load` takes. */
  readonly plan: string;
  readonly totals: boolean;
  readonly options: Pick<PriceOptions, 'explain' | 'hints'>;
  readonly overrides: Overrides;
}

export function priceJob({ plan, totals, options, overrides }: PriceSetup): Job {
  const loaded = load(plan);
  // INVARIANT: whoever makes the setup has loaded the plan before.
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { pricer } = loaded;
  const tell = totals ? totalsOf : breakdownOf;
  return {
    run(value): Outcome {
      const checked = pricer.validate(withOverrides(value, overrides));
      return checked.ok ? tell(pricer, checked.cart, options) : { ok: false, mistakes: checked.errors };
    },
  };
}

function breakdownOf(pricer: Pricer, cart: Cart, options: PriceOptions): Outcome {
  const breakdown = pricer.priceValid(cart, options);
  return { ok: true, text: breakdownJson(breakdown), complaints: brokenGuarantees(breakdown) };
}

function totalsOf(pricer: Pricer, cart: Cart): Outcome {
  const totals = pricer.priceValid(cart, { breakdown: 'totals' });
  return { ok: true, text: JSON.stringify(totals), complaints: brokenGuarantees(totals) };
}
