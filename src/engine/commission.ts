import { MAX_AMOUNT } from '../money/index.js';
import type { Commission } from '../plan/types.js';
import { atMost, decimal, divide, floor, multiply } from './exact.js';
import { withinMoney } from './forming.js';
import { closedBecause } from './gate.js';
import type { Course } from './course.js';
import type { Names } from './names.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';
import { addShares, type ByParty, partyIn } from './settlement.js';

/**
 * Section 5, `commission`: on final amounts of the scope's lines, rounded down per line, for every promotion that might stand
 * on this cart, whether or not it granted anything.
 */
export function commissionOf(rules: readonly Rule[], course: Course, names: Names, run: Run): ByParty {
  const totals: ByParty = new Map();
  for (const rule of rules) {
    if (rule.commission.length === 0) continue;
    if (closedBecause(rule, run) || !mayHold(rule, run) || course.keepOut?.(rule, run)) continue;
    const lines = linesOf(rule, run);
    for (const share of rule.commission) {
      const partyOf = partyIn(share, names);
      for (const line of lines) {
        const party = partyOf(line, run);
        totals.set(party, withinMoney((totals.get(party) ?? 0) + commissionOn(share, line, run)));
      }
    }
  }
  return totals;
}

/** Whether a promotion may be a candidate: what `when` says of anything but what is left, which is tested in its turn. */
export function mayHold(rule: Rule, run: Run): boolean {
  const { when, whenMoves } = rule;
  if (!when || whenMoves) return true;
  let holds = false;
  run.rule = rule;
  rule.standings.prepare(run);
  rule.standings.each(run, () => {
    holds ||= when.holds(run);
  });
  return holds;
}

function linesOf(rule: Rule, run: Run): ReadonlySet<number> {
  const lines = new Set<number>();
  run.rule = rule;
  rule.standings.prepare(run);
  rule.standings.each(run, ({ scope, size }) => {
    for (let index = 0; index < size; index += 1) lines.add(scope[index] as number);
  });
  return lines;
}

function commissionOn({ of, percent, subsidyBy }: Commission, line: number, run: Run): number {
  const base =
    of === 'list' ? run.listOf(line) : (run.left[line] as number) + subsidyOn(line, subsidyBy, run);
  return atMost(floor(divide(multiply(base, decimal(percent)), 100)), MAX_AMOUNT);
}

/** What a party pays of all that was taken off this line. */
function subsidyOn(line: number, party: string | undefined, run: Run): number {
  if (party === undefined) return 0;
  const totals: ByParty = new Map();
  const { cell, amount } = run.parts;
  for (const { rule, from, to } of run.grants)
    for (let part = from; part < to; part += 1)
      if ((cell[part] as number) === line)
        addShares(rule.settlement, line, amount[part] as number, run, totals);
  return totals.get(party) ?? 0;
}
