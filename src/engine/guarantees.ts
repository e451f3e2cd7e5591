import type { Unchecked, Violation } from '../breakdown/types.js';
import type { PlanRules } from '../plan/types.js';
import { type CompiledCondition, conditionIn, operandsOfCondition } from './conditions.js';
import { type Getter, getterOf, type Scope } from './expressions.js';
import { DIVISION_BY_ZERO, failures, missingAmong } from './failures.js';
import type { Grant } from './grant.js';
import type { Run } from './run.js';

/** A guarantee, compiled. */
export interface Guarantee {
  readonly title: string;
  readonly forEachLine: boolean;
  readonly required: boolean;
  readonly condition: CompiledCondition;
  readonly operands: readonly Getter[];
}

export function guaranteesOf(rules: PlanRules, scope: Scope): readonly Guarantee[] {
  return rules.guarantees.map(({ title, forEachLine, required, condition }) => ({
    title,
    forEachLine,
    required,
    condition: conditionIn(condition, scope),
    operands: operandsOfCondition(condition).map((operand) => getterOf(operand, scope)),
  }));
}

/** Section 5, guarantees: tested on every price, they never change the choice. */
export function testGuarantees(
  guarantees: readonly Guarantee[],
  run: Run,
  violations: Violation[],
  unchecked: Unchecked[],
): void {
  for (let line = 0; line < run.lineCount; line += 1) run.scope[line] = line;
  run.size = run.lineCount;
  run.seen = run.lineCount;
  for (const guarantee of guarantees) {
    if (!guarantee.forEachLine) testOne(guarantee, -1, run, violations, unchecked);
    else
      for (let line = 0; line < run.lineCount; line += 1)
        testOne(guarantee, line, run, violations, unchecked);
  }
  run.line = -1;
}

function testOne(
  guarantee: Guarantee,
  line: number,
  run: Run,
  violations: Violation[],
  unchecked: Unchecked[],
): void {
  run.line = line;
  const { condition, required, title } = guarantee;
  const missing = missingIn(guarantee, run);
  if (missing.length === 0 && condition.holds(run)) return;
  const about = { guarantee: title, ...(line >= 0 && { line: run.lines[line]?.id ?? '' }) };
  if (missing.length > 0 && !required) {
    unchecked.push({ ...about, missing });
    return;
  }
  violations.push({ ...about, failed: failures(condition, run), promotions: promotionsOn(line, run) });
}

/** What keeps a guarantee from being tested: values that are missing, or a division by zero that it would hang on. */
function missingIn({ condition, operands }: Guarantee, run: Run): readonly string[] {
  const missing = missingAmong(condition.leaves(), run);
  if (missing.length > 0 || condition.holds(run)) return missing;
  return operands.some((operand) => operand(run) === undefined) ? [DIVISION_BY_ZERO] : [];
}

/** The promotions that led there: those that took something off the line, or off the order. */
function promotionsOn(line: number, { grants, parts }: Run): readonly string[] {
  const isOn = ({ from, to }: Grant): boolean => {
    for (let part = from; part < to; part += 1)
      if ((parts.cell[part] as number) === line && (parts.amount[part] as number) > 0) return true;
    return false;
  };
  const led = grants.filter((grant) => line < 0 || isOn(grant));
  return [...new Set(led.map(({ rule }) => rule.id))];
}
