import { countCart, type Refusal } from '../../compare/count-cart.js';
import type { Sides } from '../../compare/sum.js';
import { noTally, type Tally } from '../../compare/tally.js';
import type { Overrides } from '../cart.js';
import { exactJson } from '../mapping/exact-json.js';
import type { Mapping } from '../mapping/shape.js';
import type { Job, Mistake, Outcome } from './batch.js';
import { ofOrder, pricingBy } from './pricing.js';

/** Prices each cart by two plans and counts what the one does otherwise than the other. There are no lines out. */
export interface CompareSetup {
  readonly kind: 'compare';
  /** Plans as JSON that `load` takes, of one currency. */
  readonly plans: Sides<string>;
  /** Where they are from, for messages. */
  readonly files: Sides<string>;
  /** How orders are read as carts; what is read are carts without it. */
  readonly mapping?: Mapping;
  readonly overrides: Overrides;
}

/** What the carts of a batch come to, and the lines of those that were refused. */
export interface Compared {
  readonly tally: Tally;
  readonly refused: readonly number[];
}

export function compareJob(setup: CompareSetup): Job {
  const before = pricingBy(setup.plans.before, setup);
  const after = pricingBy(setup.plans.after, setup);
  let tally = noTally();
  let refused: number[] = [];
  // What earlier batches had is told already: later carts must be greater, so that few are ever sent.
  let told = tally.largest;
  const run = (value: unknown, line: number): Outcome => {
    const id = after.idOf(value);
    const refusal = countCart(tally, { line, ...(id !== undefined && { id }) }, value, { before, after });
    if (refusal === undefined) return { ok: true, text: '' };
    refused.push(line);
    return { ok: false, mistakes: mistakesOf(refusal, id, setup.files) };
  };
  const taken = (): Compared => {
    const { largest } = tally;
    const compared = {
      tally: { ...tally, largest: largest.filter((change) => !told.includes(change)) },
      refused,
    };
    [tally, refused, told] = [{ ...noTally(), largest }, [], largest];
    return compared;
  };
  return { run, tally: taken, ...(setup.mapping !== undefined && { parse: exactJson }) };
}

/** With the order it is of; what one of the rules alone finds is told as its own. */
function mistakesOf(
  { by, mistakes }: Refusal,
  id: string | undefined,
  files: Sides<string>,
): readonly Mistake[] {
  const whose = by === 'both' ? '' : ` (by \`${files[by]}\` alone)`;
  return mistakes.map(({ code, message }) => ({ code, message: ofOrder(id) + message + whose }));
}
