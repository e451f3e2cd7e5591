import type { Adjustment, Applied } from '../breakdown/types.js';
import { minor, sum, sumMoney, withinMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, same } from './failure.js';
import { standingKey } from './postings.js';

/** That the promotions listed and the adjustments on lines and charges are two views of one thing. */
export const standingEquations: readonly Equation[] = [
  {
    name: 'adjustment-standing',
    says: 'every adjustment belongs to one standing of `promotions`, of the same layer',
    failures: adjustmentStanding,
  },
  {
    name: 'adjustment-once',
    says: 'a standing has at most one adjustment on a line or charge',
    failures: adjustmentOnce,
  },
  {
    name: 'standing-sum',
    says: 'the amount of a standing is the sum of its adjustments',
    failures: standingSum,
  },
  { name: 'standing-once', says: 'no standing is listed twice', failures: standingOnce },
  {
    name: 'standing-grants',
    says: 'a standing that applied grants an amount, a gift or an add-on',
    failures: standingGrants,
  },
  {
    name: 'standing-face',
    says: "the face value of a standing is the sum of its steps' face values",
    failures: standingFace,
  },
  {
    name: 'standing-cuts',
    says: 'the amount of a standing is what its steps granted less its cuts',
    failures: standingCuts,
  },
  {
    name: 'promotion-source',
    says: 'the standings of a promotion have one kind, title, layer, file and line',
    failures: promotionSource,
  },
];

function* adjustmentStanding({ postings, byKey }: Audit): Generator<Failure> {
  for (const { path, adjustment } of postings) {
    const stood = byKey.get(standingKey(adjustment));
    if (stood === undefined) {
      yield { path, expected: 'a standing in `promotions`', found: nameOf(adjustment) };
    } else if (stood.applied.layer !== adjustment.layer) {
      yield { path: `${path}.layer`, expected: layerOf(stood.applied), found: layerOf(adjustment) };
    }
  }
}

/** A standing as a message names it: `store-tiers for {"store":"S1"}`. */
function nameOf({ promotion, for: value, row }: Pick<Adjustment, 'promotion' | 'for' | 'row'>): string {
  const which = value ?? row;
  return which === undefined ? promotion : `${promotion} for ${JSON.stringify(which)}`;
}

function layerOf({ layer }: { readonly layer?: string }): string {
  return layer === undefined ? 'no layer' : JSON.stringify(layer);
}

function* adjustmentOnce({ priced }: Audit): Generator<Failure> {
  for (const { path, adjustments } of priced) yield* onceEach(`${path}.adjustments`, adjustments);
}

function* standingOnce({ breakdown }: Audit): Generator<Failure> {
  yield* onceEach('promotions', breakdown.promotions);
}

function* onceEach(path: string, standings: readonly (Adjustment | Applied)[]): Generator<Failure> {
  const seen = new Set<string>();
  for (const [index, standing] of standings.entries()) {
    const key = standingKey(standing);
    yield* holds(!seen.has(key), `${path}[${index}]`, 'once', `${nameOf(standing)} again`);
    seen.add(key);
  }
}

function* standingSum({ stood }: Audit): Generator<Failure> {
  for (const { path, applied, postings } of stood) {
    const taken = sum(postings, ({ adjustment }) => minor(adjustment.amount));
    yield* same(`${path}.amount`, taken, minor(applied.amount));
  }
}

function* standingGrants({ stood, breakdown: { gifts, addOns } }: Audit): Generator<Failure> {
  const given = new Set([...gifts, ...(addOns ?? [])].map(({ promotion }) => promotion));
  for (const { path, applied } of stood) {
    const grants = minor(applied.amount) > 0n || given.has(applied.promotion);
    yield* holds(grants, `${path}.amount`, 'more than nothing', minor(applied.amount));
  }
}

function* standingFace({ stood }: Audit): Generator<Failure> {
  for (const { path, applied } of stood) {
    const formed = withinMoney(sumMoney(applied.steps.map((step) => step.face)));
    yield* same(`${path}.face`, formed, minor(applied.face));
  }
}

function* standingCuts({ stood }: Audit): Generator<Failure> {
  for (const { path, applied } of stood) {
    const granted = sumMoney(applied.steps.map((step) => step.amount));
    const cut = sumMoney((applied.cuts ?? []).map(({ by }) => by));
    yield* same(`${path}.amount`, granted - cut, minor(applied.amount));
  }
}

function* promotionSource({ stood }: Audit): Generator<Failure> {
  const first = new Map<string, Applied>();
  for (const { path, applied } of stood) {
    const other = first.get(applied.promotion) ?? applied;
    first.set(applied.promotion, other);
    for (const member of ['kind', 'title', 'layer', 'file', 'line'] as const) {
      const [expected, found] = [other[member] ?? 'nothing', applied[member] ?? 'nothing'];
      yield* holds(expected === found, `${path}.${member}`, String(expected), String(found));
    }
  }
}
