import type { Breakdown, Refused, Standing } from '../../src/breakdown/types.js';
import type { Adjustment, LineOut } from './order.js';

/** What two pricings of a cart must have in common, in words that both can be put into. */
export interface Priced {
  readonly total: string;
  /** Each line's adjustments in order, and what it costs. */
  readonly lines: readonly string[];
  /** Sorted, for each pricing tells them in an order of its own. */
  readonly promotions: readonly string[];
  readonly refused: readonly string[];
}

/** Tells which cart came out differently, and in what. */
export class Disagreement extends Error {}

function disagreement(cart: string, expected: string, found: string): Disagreement {
  return new Disagreement(`${cart}: expected \`${expected}\`, found \`${found}\``);
}

/** Throws where two texts about a cart differ. */
export function expectText(cart: string, expected: string, found: string): void {
  if (expected !== found) throw disagreement(cart, expected, found);
}

/** Throws a `Disagreement` where two pricings of a cart differ. */
export function expectSame(cart: string, expected: Priced, found: Priced): void {
  const [wanted, got] = [told(expected), told(found)];
  for (let i = 0; i < Math.max(wanted.length, got.length); i++) {
    expectText(cart, wanted[i] ?? 'nothing', got[i] ?? 'nothing');
  }
}

const told = ({ total, lines, promotions, refused }: Priced): readonly string[] => [
  total,
  ...lines,
  ...promotions,
  ...refused,
];

/** A breakdown of Reckon in these words. */
export function pricedByReckon({ total, lines, promotions, refused }: Breakdown): Priced {
  return {
    total: totalText(total.list, total.discount, total.shipping, total.pay),
    lines: lines.map(({ adjustments, pay }, index) => {
      const taken = adjustments.map((adjustment) => grant(adjustment, adjustment.amount));
      return lineText(index, taken, pay);
    }),
    promotions: promotions.map((standing) => grant(standing, standing.amount)).sort(),
    refused: refused.map(refusalText).sort(),
  };
}

function grant(standing: Standing & { readonly promotion: string }, amount: string | number): string {
  return takenText(standing.promotion, groupOf(standing), amount);
}

const groupOf = (standing: Standing): string => Object.values(standing.for ?? {}).join();

function refusalText(refused: Refused): string {
  if (refused.reason === 'unknown-code') return `unknown-code ${refused.code}`;
  const name = refused.promotion ?? '';
  if (refused.reason !== 'short') return refusedText(name, groupOf(refused), refused.reason);
  return shortText(name, groupOf(refused), refused.measured, refused.threshold);
}

export const totalText = (...amounts: readonly (string | number)[]): string =>
  `list, discount, shipping, pay: ${amounts.join(', ')}`;

const lineText = (index: number, taken: readonly string[], pays: string | number): string =>
  `line ${index}: ${taken.join(', ')}; pays ${pays}`;

export const takenText = (promotion: string, group: string, amount: string | number): string =>
  `${promotion} ${group} takes ${amount}`;

export const refusedText = (promotion: string, group: string, reason: string): string =>
  `${promotion} ${group} ${reason}`;

export const shortText = (
  promotion: string,
  group: string,
  measured: string | number,
  threshold: string | number,
): string => `${promotion} ${group} short: ${measured} of ${threshold}`;

/** The lines of the yardstick in these words; `group` tells which group a standing is named by. */
export const linesByHand = (
  lines: readonly LineOut[],
  group: (adjustment: Adjustment) => string,
): readonly string[] =>
  lines.map(({ adjustments, payable }, index) => {
    const taken = adjustments.map((taking) => takenText(taking.rule, group(taking), taking.amount));
    return lineText(index, taken, payable);
  });
