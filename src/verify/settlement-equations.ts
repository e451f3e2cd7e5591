import { minor, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, same } from './failure.js';
import { memberPath } from './shape.js';

/** Who pays for the discounts. */
export const settlementEquations: readonly Equation[] = [
  { name: 'funding-sum', says: 'the parties of a standing pay its amount together', failures: fundingSum },
  {
    name: 'funding-total',
    says: 'a party pays in all what it pays of each standing',
    failures: fundingTotal,
  },
];

function* fundingSum({ stood }: Audit): Generator<Failure> {
  for (const { path, applied } of stood) {
    if (applied.funding === undefined) continue;
    yield* same(`${path}.funding`, minor(applied.amount), sumMoney(Object.values(applied.funding)));
  }
}

function* fundingTotal({ stood, breakdown: { funding } }: Audit): Generator<Failure> {
  const pays = new Map<string, bigint>();
  for (const { applied } of stood) {
    for (const [party, amount] of Object.entries(applied.funding ?? {})) {
      pays.set(party, (pays.get(party) ?? 0n) + minor(amount));
    }
  }
  const stated = new Map(Object.entries(funding));
  for (const party of new Set([...stated.keys(), ...pays.keys()])) {
    yield* same(memberPath('funding', party), pays.get(party) ?? 0n, minor(stated.get(party) ?? 0));
  }
}
