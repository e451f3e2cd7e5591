import { describe, expect, it } from 'vitest';
import type { Breakdown, Refund, RefundOptions, ReturnPolicy, ShippingRule } from '../../src/index.js';
import { verifyRefund } from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { priced } from '../support/generate/priced.js';
import { Random } from '../support/generate/random.js';
import { RUNS } from '../support/runs.js';
import { drawnReturns, minor, refunded, refundsOf } from './returns.js';

const POLICIES: readonly ReturnPolicy[] = ['keep', 'retest', 'rules'];
const SHIPPING: readonly ShippingRule[] = ['last', 'share', 'never'];

type Options = Omit<RefundOptions, 'returns' | 'after'>;

/** Generated carts by generated rules, of which everything comes back in drawn steps. */
function forReturns(
  holds: (options: Options, seed: number, draw: Random) => void,
  runs: number = Math.ceil(RUNS / 3),
): void {
  forAll((ruleset, { cart }, seed) => {
    const breakdown = priced(ruleset, cart);
    if (breakdown.lines.length === 0) return;
    holds({ breakdown, origin: { ruleset, cart } }, seed, new Random(seed));
  }, runs);
}

function summed(amounts: readonly (string | number)[]): number {
  return amounts.reduce((sum: number, amount) => sum + minor(amount), 0);
}

function givesWhatWasPaid(refunds: readonly Refund[], { total }: Breakdown, shipping: ShippingRule): void {
  for (const [index, { total: given }] of refunds.entries()) {
    const before = summed(refunds.slice(0, index).map((one) => one.total.refund));
    expect(minor(given.before)).toBe(before);
    expect(minor(given.refund)).toBeGreaterThanOrEqual(0);
    expect(before + minor(given.refund)).toBeLessThanOrEqual(minor(total.pay));
  }
  const never = shipping === 'never' ? minor(total.shipping) : 0;
  expect(summed(refunds.map((one) => one.total.refund))).toBe(minor(total.pay) - never);
}

function takesBackWhatWas(refunds: readonly Refund[], breakdown: Breakdown, shipping: ShippingRule): void {
  for (const kind of ['funding', 'commission'] as const) {
    expect(Object.keys(refunds[0]?.[kind] ?? {})).toEqual(Object.keys(breakdown[kind]));
    for (const [party, was] of Object.entries(breakdown[kind])) {
      const backs = refunds.map((one) => minor(one[kind][party]?.back ?? -1));
      expect(Math.min(...backs)).toBeGreaterThanOrEqual(0);
      expect(summed(backs)).toBeLessThanOrEqual(minor(was));
      if (shipping !== 'never') expect(summed(backs)).toBe(minor(was));
    }
  }
}

describe('whatever comes back, in any order and split', () => {
  it.each(POLICIES)('%s gives back what was paid, of every party too, and each refund holds', (policy) => {
    forReturns((options, seed, draw) => {
      const { breakdown } = options;
      const shipping = draw.pick(SHIPPING);
      const refunds = refundsOf({ ...options, policy, shipping }, drawnReturns(breakdown, seed));
      givesWhatWasPaid(refunds, breakdown, shipping);
      takesBackWhatWas(refunds, breakdown, shipping);
      for (const one of refunds) expect(verifyRefund(one)).toEqual([]);
    });
  });

  it('policies and rules of shipping may change from one return to the next', () => {
    forReturns((options, seed, draw) => {
      const { breakdown } = options;
      const refunds: Refund[] = [];
      for (const returns of drawnReturns(breakdown, seed)) {
        const after = refunds.at(-1);
        const [policy, shipping] = [draw.pick(POLICIES), draw.pick(['last', 'share'] as const)];
        refunds.push(refunded({ ...options, policy, shipping, returns, ...(after && { after }) }));
      }
      givesWhatWasPaid(refunds, breakdown, 'last');
      takesBackWhatWas(refunds, breakdown, 'last');
      for (const one of refunds) expect(verifyRefund(one)).toEqual([]);
    });
  });
});

describe('with `keep`', () => {
  it('a refund is what was paid for the units, in one step or in several', () => {
    forReturns((options, seed) => {
      const steps = drawnReturns(options.breakdown, seed);
      const half = Math.ceil(steps.length / 2);
      const keep = { ...options, policy: 'keep', shipping: 'share' } as const;
      const refunds = refundsOf(keep, steps.slice(0, half));
      const [together] = refundsOf(keep, [steps.slice(0, half).flat()]);
      expect(summed(refunds.map((one) => one.total.refund))).toBe(minor(together?.total.refund ?? 0));
      for (const kind of ['funding', 'commission'] as const) {
        for (const [party, { back }] of Object.entries(together?.[kind] ?? {}))
          expect(summed(refunds.map((one) => one[kind][party]?.back ?? 0))).toBe(minor(back));
      }
    });
  });

  it('what all parties give back of discounts they pay whole is what was off the goods', () => {
    forReturns((options, seed) => {
      const { breakdown } = options;
      if (breakdown.promotions.some(({ funding }) => funding === undefined)) return;
      const refunds = refundsOf(
        { ...options, policy: 'keep', shipping: 'never' },
        drawnReturns(breakdown, seed),
      );
      for (const { funding, lines } of refunds) {
        const off = lines.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount));
        expect(summed(Object.values(funding).map(({ back }) => back))).toBe(summed(off));
      }
    });
  });
});

describe('as the rules say', () => {
  it('never gives more than `keep`, and never less than `retest` where that gives less', () => {
    forReturns((options, seed) => {
      const [first] = drawnReturns(options.breakdown, seed);
      if (first === undefined) return;
      const by = (policy: ReturnPolicy): number =>
        minor(refunded({ ...options, policy, returns: first }).total.refund);
      const [keep, retest, rules] = [by('keep'), by('retest'), by('rules')];
      expect(rules).toBeLessThanOrEqual(keep);
      expect(rules).toBeGreaterThanOrEqual(Math.min(keep, retest));
    });
  });
});
