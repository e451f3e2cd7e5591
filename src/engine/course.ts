import type { Reason } from '../breakdown/types.js';
import { closedBecause } from './gate.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';

/** Why a promotion is kept out by one of the constraints of section 4.4, or nothing. */
export type KeepOut = (rule: Rule, run: Run) => Reason | undefined;

/** How one pricing goes: what keeps promotions out, and whose refusal is told in any case. */
export interface Course {
  readonly keepOut: KeepOut | undefined;
  readonly explain: ReadonlySet<string> | undefined;
}

/** Keeps a promotion out that may not run, and tells why where that is told; true when it may. */
export function admit(rule: Rule, { keepOut, explain }: Course, run: Run): boolean {
  const closed = closedBecause(rule, run);
  const reason = closed ? closed.reason : (keepOut?.(rule, run) ?? stopped(rule, run));
  if (!reason) return true;
  if (closed?.silent !== true || explain?.has(rule.id) === true)
    run.refusals.add(rule, 0, undefined, undefined, reason);
  return false;
}

/** The promotion that stopped another one altogether; its own further standings go on. */
export function stopped(rule: Rule, run: Run): Reason | undefined {
  const by = run.stopAll ?? run.stopLayer;
  return by === undefined || by === rule ? undefined : { reason: 'stopped', by: by.id };
}
