import { Ruleset } from '../ruleset.js';
import type { Origin } from '../audit/reprice.js';
import type { Breakdown } from '../breakdown/types.js';
import type { CartInput } from '../cart/types.js';
import { evaluateBooked } from '../reference/evaluate.js';
import { minor, type Sale } from './sale.js';
import type { Position, Units } from './position.js';
import { byName, byPromotion, most, type Sums, type SumsByPromotion, totalOf } from './sums.js';

/** What is kept, priced alone, beside what was paid for it. */
export interface RestPriced {
  readonly breakdown: Breakdown;
  /** What it cost, shipping included. */
  readonly kept: bigint;
  /** How much more it costs alone: what it is worth that thresholds are not tested again. */
  readonly worth: bigint;
  readonly changes: readonly Change[];
  /** Promotions that say `returns retest`. */
  readonly retested: ReadonlySet<string>;
  /** What each party pays, by promotion, and earns. */
  readonly funding: SumsByPromotion;
  readonly commission: Sums;
}

/** What a promotion took off what is kept, and what it takes off that alone. */
export interface Change {
  readonly promotion: string;
  readonly returns: 'keep' | 'retest';
  readonly kept: bigint;
  readonly alone: bigint;
}

/** Prices what is kept by the recorded rules at the recorded instant, with the same codes and redemptions. */
export function restOf({ ruleset, cart }: Origin, sale: Sale, units: Units, position: Position): RestPriced {
  const rules = Ruleset.checked(ruleset);
  const checked = Ruleset.pricer(ruleset).validate(keptCart(cart, units));
  // INVARIANT: fewer units of a valid cart are a valid cart.
  if (!checked.ok) throw new Error(`what is kept is no cart: ${checked.errors[0]?.message ?? ''}`);
  const { breakdown, books } = evaluateBooked(rules, ruleset.digest, checked.cart);
  const kept = sale.pay - position.goods;
  return {
    breakdown,
    kept,
    worth: minor(breakdown.total.pay) - kept,
    retested: new Set(rules.promotions.flatMap(({ id, returns }) => (returns === 'retest' ? id : []))),
    changes: changesOf(
      rules.promotions,
      takenFromKept(sale, position),
      byName(books.taken.map(({ promotion, amount }) => [promotion, amount])),
    ),
    funding: byPromotion(books.taken),
    commission: byName(books.earned.map(({ party, amount }) => [party, amount])),
  };
}

function keptCart(cart: CartInput, units: Units): CartInput {
  const lines = cart.lines
    .map((line) => ({ ...line, quantity: line.quantity - Number(units.get(line.id) ?? 0n) }))
    .filter(({ quantity }) => quantity > 0);
  return { ...cart, lines };
}

function changesOf(
  promotions: readonly { readonly id: string; readonly returns: 'keep' | 'retest' }[],
  kept: Sums,
  alone: Sums,
): readonly Change[] {
  return promotions
    .map(({ id, returns }) => ({
      promotion: id,
      returns,
      kept: kept.get(id) ?? 0n,
      alone: alone.get(id) ?? 0n,
    }))
    .filter((change) => change.kept !== change.alone);
}

function takenFromKept({ lines, charges }: Sale, { offGoods }: Position): Sums {
  const taken = [...lines, ...charges].flatMap((cell) => cell.taken);
  return byName([
    ...taken.map(({ adjustment, amount }) => [adjustment.promotion, amount] as const),
    ...[...offGoods].map(([promotion, amount]) => [promotion, -amount] as const),
  ]);
}

/**
 * How much is held back of what was paid for all that came back. `retest`: all that what is kept costs more alone, or less.
 * `rules`: what the promotions that say so gave to what is kept and do not give to it alone; but no more than would be held
 * were all tested again, for nobody should get less than for buying only what is kept.
 */
export function heldBy(policy: 'retest' | 'rules', { worth, changes }: RestPriced): bigint {
  if (policy === 'retest') return worth;
  const retested = changes.filter(({ returns }) => returns === 'retest');
  const lost = totalOf(retested.map(({ kept, alone }) => kept - alone));
  return most(0n, lost < worth ? lost : worth);
}
