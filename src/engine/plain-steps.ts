import { mulDivRound } from '../money/index.js';
import type { Spread } from './allocate.js';
import { divide, type Exact, lesser, multiply, subtract } from './exact.js';
import type { Formed, FormedPart } from './forming.js';
import type { Detail, Grant, Step } from './grant.js';
import type { Parts } from './parts.js';
import type { PlainTier } from './plain.js';
import { type RawCut, rawCut } from './step.js';

/** The parts of one grant, as they stand in a run or were kept for a breakdown. */
export interface GrantParts {
  readonly cells: readonly number[];
  readonly bases: readonly number[];
  readonly amounts: readonly number[];
}

export function partsOf({ from, to }: Grant, { cell, base, amount }: Parts): GrantParts {
  return {
    cells: [...cell.subarray(from, to)],
    bases: [...base.subarray(from, to)],
    amounts: [...amount.subarray(from, to)],
  };
}

/** What a grant of a plain promotion would carry if it had been worked out step by step. */
export function detailOf(grant: Grant, parts: GrantParts): Detail {
  if (grant.detail) return grant.detail;
  const step = plainStep(grant, parts);
  return {
    steps: step ? [step] : [],
    cuts: [],
    given: [],
    picked: 0,
    used: undefined,
    caps: [],
    unchecked: [],
  };
}

/** The step of a plain promotion, from what was left on each cell and what was taken. */
function plainStep(grant: Grant, parts: GrantParts): Step | undefined {
  const { plain, rounding } = grant.rule;
  const tier = plain?.tiers[Math.max(0, grant.tier - 1)];
  if (!plain || !tier) return undefined;
  const isLines = tier.on === 'lines';
  const formed = isLines ? formedLines(tier, parts, grant, rounding.mode) : formedSum(tier, parts, grant);
  const sum = sumOf(parts.bases);
  const left = isLines ? sumOf(formedAmounts(formed)) : sum;
  const cuts = cutsOf(tier, grant.face, left, isLines);
  const isCapped = cuts.some(({ why }) => why === 'cap');
  const isSpread = grant.size > 1 && (!isLines || isCapped);
  return {
    offer: { text: tier.text, caps: [] },
    granted: {
      formed,
      cells: parts.cells,
      parts: parts.amounts,
      amount: grant.amount,
      cuts,
      spread: isSpread ? spreadOf(parts, grant.amount, sum) : undefined,
    },
    times: undefined,
  };
}

function formedSum(tier: PlainTier, { bases }: GrantParts, { times, face }: Grant): Formed {
  const base = sumOf(bases);
  const isPercent = tier.how === 'percent';
  const exact = isPercent
    ? divide(multiply(base, tier.percent), 100)
    : tier.how === 'pay'
      ? face
      : multiply(tier.amount, times);
  return {
    kind: 'sum',
    cells: [],
    base,
    of: undefined,
    percent: isPercent ? tier.percent : undefined,
    exact,
    face,
  };
}

function formedLines(
  tier: PlainTier,
  { cells, bases }: GrantParts,
  { face, times }: Grant,
  mode: Parameters<typeof mulDivRound>[0],
): Formed {
  const isPercent = tier.how === 'percent';
  const parts = cells.map((line, index): FormedPart => {
    const base = bases[index] as number;
    const exact = isPercent ? divide(multiply(base, tier.percent), 100) : tier.amount * times;
    const amount = isPercent ? mulDivRound(mode, base, tier.parts, tier.of) : tier.amount * times;
    return { line, base, of: undefined, exact, amount };
  });
  return { kind: 'parts', percent: isPercent ? tier.percent : undefined, parts, face, groups: undefined };
}

/** What the lines can bear of what was formed on them. */
function formedAmounts(formed: Formed): readonly number[] {
  return formed.kind === 'sum' ? [] : formed.parts.map(({ amount, base }) => Math.min(amount, base));
}

/** What is left bounds first (each line for itself, which names no limit), then the caps in their order. */
function cutsOf({ caps }: PlainTier, face: Exact, left: number, isLines: boolean): readonly RawCut[] {
  const cuts: RawCut[] = [];
  let rest = face;
  for (const [index, limit] of [left, ...caps].entries()) {
    const cut = subtract(rest, lesser(rest, limit));
    if (cut !== 0)
      cuts.push(rawCut(index === 0 ? 'left' : 'cap', cut, index === 0 && isLines ? undefined : limit));
    rest = lesser(rest, limit);
  }
  return cuts;
}

function spreadOf({ cells, bases, amounts }: GrantParts, amount: number, sum: number): Spread {
  return { cells, parts: amounts, weights: bases, amount, sum };
}

function sumOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
