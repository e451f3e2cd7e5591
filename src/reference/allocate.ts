import type { AllocationPolicy } from '../check/ruleset.js';
import { type Amounts, byId, type Cell } from './cells.js';
import { floor, least, ratio, rational, type Rational, round, sum, zero } from './rational.js';

/** One who takes a share: its weight, and the most it can bear. */
export interface Claim {
  readonly cell: Cell;
  readonly weight: bigint;
  readonly most: bigint;
}

/** The spread, with the last round's amount and weights so that a reader can follow every unit. */
export interface Spread {
  readonly parts: Amounts;
  readonly lastAmount: bigint;
  readonly lastClaims: readonly Claim[];
  readonly full: ReadonlySet<Cell>;
}

export type Policy = Pick<AllocationPolicy, 'share' | 'remainder' | 'overflow'>;

/**
 * Section 2, "allocated": each its share by weight; who cannot bear its share is set to what it can, and the rest is
 * allocated anew over the others until none overflows, or is given up.
 */
export function allocate(amount: bigint, claims: readonly Claim[], policy: Policy): Spread {
  let rest = amount;
  let open = claims.filter((claim) => claim.weight > 0n).toSorted((a, b) => byId(a.cell, b.cell));
  const full = new Map<Cell, bigint>();
  for (;;) {
    const shares = shareOut(rest, open, policy);
    const over = open.filter((claim) => (shares.get(claim.cell) ?? 0n) > claim.most);
    if (over.length === 0 || policy.overflow === 'dropped') {
      const borne = open.map(
        (claim) => [claim.cell, least(shares.get(claim.cell) ?? 0n, claim.most)] as const,
      );
      return {
        parts: new Map([...full, ...borne]),
        lastAmount: rest,
        lastClaims: open,
        full: new Set(full.keys()),
      };
    }
    for (const claim of over) full.set(claim.cell, claim.most);
    rest -= sum(over.map((claim) => claim.most));
    open = open.filter((claim) => !full.has(claim.cell));
  }
}

/** One round: rounded shares, then the missing minor units handed out (or a surplus taken back) as the policy says. */
function shareOut(amount: bigint, claims: readonly Claim[], policy: Policy): Amounts {
  const weights = sum(claims.map((claim) => claim.weight));
  if (weights === 0n) return new Map();
  const exact = new Map(claims.map((claim) => [claim.cell, ratio(amount * claim.weight, weights)]));
  const shares =
    policy.share === 'in-turn' ? sharesInTurn(amount, claims) : roundedShares(exact, policy.share);
  const missing = amount - sum(shares.values());
  const given = claims.map(({ cell, weight }) => {
    return { cell, weight, exact: exact.get(cell) ?? zero, share: shares.get(cell) ?? 0n };
  });
  const ranked = byRank(given, missing, policy.remainder).map(({ cell }) => cell);
  handOut(missing, shares, ranked, policy.remainder);
  return shares;
}

function roundedShares(
  exact: ReadonlyMap<Cell, Rational>,
  how: Exclude<Policy['share'], 'in-turn'>,
): Map<Cell, bigint> {
  return new Map([...exact].map(([cell, share]) => [cell, round(how, share)]));
}

/** `shares in turn`: each its share of what is still to give. */
function sharesInTurn(amount: bigint, claims: readonly Claim[]): Map<Cell, bigint> {
  const shares = new Map<Cell, bigint>();
  let rest = amount;
  let weights = sum(claims.map((claim) => claim.weight));
  for (const claim of claims) {
    const share = floor(ratio(rest * claim.weight, weights));
    shares.set(claim.cell, share);
    rest -= share;
    weights -= claim.weight;
  }
  return shares;
}

/** A rounded share, and what it was rounded from. */
export interface Share {
  readonly weight: bigint;
  readonly exact: Rational;
  readonly share: bigint;
}

/** Who gets the first missing unit (or gives back the first surplus one), who the next. `given` stand by id. */
export function byRank<T extends Share>(
  given: readonly T[],
  missing: bigint,
  how: Policy['remainder'],
): readonly T[] {
  switch (how) {
    case 'first':
    case 'rest-to-first':
      return given;
    case 'last':
    case 'rest-to-last':
      return given.toReversed();
    case 'largest-line':
      return given.toSorted((a, b) => Number(b.weight > a.weight) - Number(b.weight < a.weight));
    case 'largest-fraction': {
      const offBy = ({ exact, share }: T): Rational => exact.sub(rational(share)).mul(missing < 0n ? -1 : 1);
      return given.toSorted((a, b) => offBy(b).compare(offBy(a)));
    }
  }
}

/** Hands out `missing` units one each, or all of them to the first in rank; takes a surplus back, never below zero. */
function handOut(
  missing: bigint,
  shares: Map<Cell, bigint>,
  ranked: readonly Cell[],
  how: Policy['remainder'],
): void {
  const whole = how === 'rest-to-first' || how === 'rest-to-last';
  let rest = missing;
  while (rest !== 0n) {
    for (const cell of ranked) {
      if (rest === 0n) return;
      const share = shares.get(cell) ?? 0n;
      const step = rest > 0n ? (whole ? rest : 1n) : -least(share, whole ? -rest : 1n);
      shares.set(cell, share + step);
      rest -= step;
    }
  }
}
