import type { Reason } from '../breakdown/types.js';
import { apply } from './apply.js';
import { Grant, placeOf } from './grant.js';
import { nextStep } from './hints.js';
import { NO_CAPS } from './moment.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';
import { workOut } from './standing.js';
import { workOutPlain } from './work-out-plain.js';

/** Makes a promotion the one in hand. */
export function beginRule(rule: Rule, run: Run): void {
  run.rule = rule;
  run.current = rule;
  run.closed = undefined;
  run.ruleTaken = 0;
  run.ruleUnits = 0;
  run.ruleCaps = NO_CAPS;
}

/** Works the standing in hand out, and applies or refuses it. */
export function runStanding(run: Run): void {
  const { current: rule, layer } = run;
  const by = run.stopLines && closeStopped(rule, run.stopLines, run);
  if (by) {
    return refuseHere(rule, { reason: 'stopped', by: by.id }, run);
  }
  if (run.steps) {
    const next = nextStep(rule, run);
    if (next) run.steps.push(next);
  }
  const { plain } = rule;
  const found = (plain && layer.isPlain && workOutPlain(rule, plain, run)) || workOut(rule, layer, run);
  if (found instanceof Grant) apply(found, run);
  else refuseHere(rule, found, run);
}

function refuseHere(rule: Rule, reason: Reason, run: Run): void {
  run.refusals.add(rule, run.order, run.label, rule.table && placeOf(rule, run), reason);
}

/** Leaves lines out on which another promotion stopped the layer; which one, when it stopped all of them. */
function closeStopped(rule: Rule, stoppedBy: readonly (Rule | undefined)[], run: Run): Rule | undefined {
  const { scope, size } = run;
  run.closed = new Set([...stoppedBy.keys()].filter((line) => (stoppedBy[line] ?? rule) !== rule));
  const first = size > 0 ? (scope[0] as number) : -1;
  let open = 0;
  for (let index = 0; index < size; index += 1) {
    const line = scope[index] as number;
    if (!run.closed.has(line)) scope[open++] = line;
  }
  run.size = open;
  return open > 0 || first < 0 ? undefined : stoppedBy[first];
}
