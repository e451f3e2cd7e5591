import type { Unchecked, Violation } from '../breakdown/types.js';
import type { Guarantee } from '../check/ruleset.js';
import type { LineCell } from './cells.js';
import { holds, valueOf } from './expressions.js';
import { leavesOfCondition, operandsOfCondition } from './inspect.js';
import type { Environment } from './environment.js';
import { DIVISION_BY_ZERO, failures, missingAmong } from './failures.js';
import type { Run } from './run.js';

/** What the guarantees say of a finished price. */
export interface Tested {
  readonly violations: readonly Violation[];
  readonly unchecked: readonly Unchecked[];
}

/** Section 5, guarantees: tested on every price, they never change the choice. */
export function testGuarantees(guarantees: readonly Guarantee[], run: Run): Tested {
  const tested = guarantees.flatMap((guarantee) => {
    if (!guarantee.forEachLine) return [testOne(guarantee, undefined, run)];
    return run.view.cells.lines.map((line) => testOne(guarantee, line, run));
  });
  return {
    violations: tested.flatMap((found) => found.violations),
    unchecked: tested.flatMap((found) => found.unchecked),
  };
}

function testOne(guarantee: Guarantee, line: LineCell | undefined, run: Run): Tested {
  const environment: Environment = { view: run.view, scope: run.view.cells.lines, ...(line && { line }) };
  const { title, condition, required } = guarantee;
  const about = { guarantee: title, ...(line && { line: line.id }) };
  const missing = missingIn(condition, environment);
  if (missing.length > 0 && !required) return { violations: [], unchecked: [{ ...about, missing }] };
  if (missing.length === 0 && holds(condition, environment)) return { violations: [], unchecked: [] };
  const failed = failures(condition, environment, run.printer);
  return { violations: [{ ...about, failed, promotions: promotionsOn(line, run) }], unchecked: [] };
}

/** What keeps a guarantee from being tested: values that are missing, or a division by zero that it would hang on. */
function missingIn(condition: Guarantee['condition'], environment: Environment): readonly string[] {
  const missing = missingAmong(leavesOfCondition(condition), environment);
  if (missing.length > 0 || holds(condition, environment)) return missing;
  const divides = operandsOfCondition(condition).some(
    (operand) => valueOf(operand, environment) === undefined,
  );
  return divides ? [DIVISION_BY_ZERO] : [];
}

/** The promotions that led there: those that took something off the line, or off the order. */
function promotionsOn(line: LineCell | undefined, run: Run): readonly string[] {
  const grants = run.applied.filter((grant) => line === undefined || grant.parts.has(line));
  return [...new Set(grants.map((grant) => grant.stand.promotion.id))];
}
