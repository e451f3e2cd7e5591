import type { Breakdown, Money } from '../breakdown/types.js';
import { formatAmount, parseAmount } from '../money/index.js';
import type { Expectation, Expression, ScenarioStatement } from '../syntax/ast.js';
import { digitsOf, partsOf } from './parts.js';
import type { Unmet } from './types.js';

export function expectationsOf(scenario: ScenarioStatement): readonly Expectation[] {
  return partsOf(scenario, 'expect').map((part) => part.expectation);
}

/** Why a promotion that the scenario names did not apply is told even where a breakdown would leave it out. */
export function explained(expectations: readonly Expectation[]): readonly string[] {
  return expectations.flatMap((each) => ('promotion' in each ? [each.promotion.text] : []));
}

/** What is not as expected; nothing where it is. `digits` are the currency's. */
export function unmet(expectation: Expectation, breakdown: Breakdown, digits: number): Unmet | undefined {
  switch (expectation.kind) {
    case 'pay':
    case 'discount':
      return unlike('the order', breakdown.total[expectation.kind], expectation, digits);
    case 'takes': {
      const { text } = expectation.promotion;
      const found = unlike(
        `\`${text}\`${reasonsOf(text, breakdown)}`,
        takenBy(text, breakdown, digits),
        expectation,
        digits,
      );
      return found && { ...found, promotion: text };
    }
    case 'line': {
      const line = breakdown.lines.find(({ id }) => id === expectation.id.value);
      return unlike(`line \`${expectation.id.value}\``, line?.pay, expectation, digits);
    }
    case 'refused':
      return notRefused(expectation.promotion.text, expectation.reason?.text, breakdown);
    case 'gift':
      return notGiven(expectation.sku.value, expectation.count.value, breakdown);
    case 'violation': {
      const { value } = expectation.title;
      const isBroken = breakdown.violations.some(({ guarantee }) => guarantee === value);
      return isBroken
        ? undefined
        : { message: `expected the guarantee \`${value}\` to be broken, but it holds` };
    }
    case 'missing':
      throw new Error('a checked scenario has no missing expectation');
  }
}

/** What all standings of a promotion take together. */
export function takenBy(promotion: string, { promotions }: Breakdown, digits: number): string {
  const parts = promotions.filter((applied) => applied.promotion === promotion);
  return formatAmount(
    parts.reduce((total, { amount }) => total + minorOf(amount, digits), 0),
    digits,
  );
}

type AmountExpectation = Extract<Expectation, { readonly amount: Expression }>;

const VERBS = { pay: 'pay', discount: 'be discounted by', takes: 'take', line: 'pay' } as const;

function unlike(
  what: string,
  found: Money | undefined,
  { amount, kind }: AmountExpectation,
  digits: number,
): Unmet | undefined {
  const expected = formatAmount(minorOf(digitsOf(amount), digits), digits);
  if (found === expected) return undefined;
  return {
    message: `expected ${what} to ${VERBS[kind]} ${expected}, but it is ${found}`,
    expected,
    found: String(found),
  };
}

function minorOf(amount: Money, digits: number): number {
  const parsed = parseAmount(String(amount), digits);
  if (!parsed.ok) throw new Error(`${amount} is no amount with ${digits} decimals`);
  return parsed.minor;
}

function refusalsOf(promotion: string, { refused }: Breakdown): readonly string[] {
  return refused.filter((each) => each.promotion === promotion).map(({ reason }) => reason);
}

function reasonsOf(promotion: string, breakdown: Breakdown): string {
  const reasons = [...new Set(refusalsOf(promotion, breakdown))];
  return reasons.length === 0 ? '' : ` (refused: ${reasons.join(', ')})`;
}

/** A promotion is refused when none of its standings applied, and one was refused for the reason, if one is given. */
function notRefused(promotion: string, reason: string | undefined, breakdown: Breakdown): Unmet | undefined {
  const because = reason === undefined ? '' : ` as ${reason}`;
  const expected = `expected \`${promotion}\` to be refused${because}`;
  const known = { expected: reason ?? 'refused', promotion };
  if (breakdown.promotions.some((applied) => applied.promotion === promotion))
    return { ...known, message: `${expected}, but it applied`, found: 'applied' };
  const reasons = refusalsOf(promotion, breakdown);
  if (reason === undefined ? reasons.length > 0 : reasons.includes(reason)) return undefined;
  const found = reasons.join(', ') || 'nothing';
  return { ...known, message: `${expected}, but it was refused as ${found}`, found };
}

/** How many gifts there are of a SKU, or of a choice with it. */
export function giftsOf(sku: string, { gifts }: Breakdown): number {
  return gifts.filter(({ skus }) => skus.includes(sku)).reduce((total, { count }) => total + count, 0);
}

function notGiven(sku: string, expected: number, breakdown: Breakdown): Unmet | undefined {
  const found = giftsOf(sku, breakdown);
  if (found === expected) return undefined;
  const message = `expected ${expected} of \`${sku}\` as a gift, but it is ${found}`;
  return { message, expected: String(expected), found: String(found) };
}

/** Guarantees that the price breaks and the scenario does not expect to be broken. */
export function unexpectedViolations(
  expectations: readonly Expectation[],
  { violations }: Breakdown,
): readonly string[] {
  const expected = new Set(
    expectations.flatMap((each) => (each.kind === 'violation' ? [each.title.value] : [])),
  );
  const others = violations.filter(({ guarantee }) => !expected.has(guarantee));
  return others.map(({ guarantee, line }) => {
    const where = line === undefined ? '' : ` on line \`${line}\``;
    return `the guarantee \`${guarantee}\` is broken${where}`;
  });
}
