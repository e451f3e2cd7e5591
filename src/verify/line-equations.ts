import type { LineOut } from '../breakdown/types.js';
import { minor, sum, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { turnsOn, type Turn } from './left.js';
import { atMost, type Failure, holds, oneOf, same, sameCount } from './failure.js';

/** What each line and charge, and each unit of a line, comes to. */
export const lineEquations: readonly Equation[] = [
  { name: 'line-sum', says: '`list` less the adjustments is `pay`', failures: lineSum },
  { name: 'bearable', says: 'no adjustment takes more than is left', failures: bearable },
  {
    name: 'base',
    says: 'the base of an adjustment is what was left then, or when its layer began',
    failures: adjustmentBase,
  },
  { name: 'unit-count', says: 'the counts of the units are the quantity', failures: unitCount },
  { name: 'unit-sum', says: 'the units together pay what the line pays', failures: unitSum },
  {
    name: 'unit-spread',
    says: 'units of a line differ by at most one minor unit, larger ones first, none of them zero times',
    failures: unitSpread,
  },
];

function* lineSum({ priced }: Audit): Generator<Failure> {
  for (const { path, list, adjustments, pay } of priced) {
    const taken = sumMoney(adjustments.map((adjustment) => adjustment.amount));
    yield* same(`${path}.pay`, minor(list) - taken, minor(pay));
  }
}

function turnsIn({ priced, byKey }: Audit): readonly Turn[] {
  return priced.flatMap((on) => turnsOn(on, byKey));
}

function* bearable(audit: Audit): Generator<Failure> {
  for (const { path, amount, left } of turnsIn(audit)) yield* atMost(`${path}.amount`, left, amount);
}

function* adjustmentBase(audit: Audit): Generator<Failure> {
  for (const { path, base, left, leftAtLayer, isObscured } of turnsIn(audit)) {
    if (isObscured) yield* atMost(`${path}.base`, leftAtLayer, base);
    else yield* oneOf(`${path}.base`, [left, leftAtLayer], base);
  }
}

function* unitCount({ breakdown }: Audit): Generator<Failure> {
  for (const [index, { units, quantity }] of breakdown.lines.entries()) {
    const counted = sum(units, (unit) => BigInt(unit.count));
    yield* sameCount(`lines[${index}].units`, BigInt(quantity), counted);
  }
}

function* unitSum({ breakdown }: Audit): Generator<Failure> {
  for (const [index, { units, pay }] of breakdown.lines.entries()) {
    const paid = sum(units, (unit) => BigInt(unit.count) * minor(unit.pay));
    yield* same(`lines[${index}].units`, minor(pay), paid);
  }
}

function* unitSpread({ breakdown }: Audit): Generator<Failure> {
  for (const [index, line] of breakdown.lines.entries()) yield* spreadOf(line, `lines[${index}].units`);
}

/** Units that pay the same stand in one entry, so two entries are one minor unit apart and a third is too many. */
function* spreadOf({ units }: LineOut, path: string): Generator<Failure> {
  for (const [index, { count, pay }] of units.entries()) {
    const before = units[index - 1];
    yield* holds(count > 0, `${path}[${index}].count`, 'at least 1', '0');
    if (before !== undefined) yield* same(`${path}[${index}].pay`, minor(before.pay) - 1n, minor(pay));
  }
  yield* holds(units.length <= 2, path, 'at most 2 entries', String(units.length));
}
