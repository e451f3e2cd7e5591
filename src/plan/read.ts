import { checksumOf } from './checksum.js';
import { PLAN_VERSION, type Plan, type PlanRules } from './types.js';

/** Why something is no plan that may be run. */
export interface PlanError {
  /** `RP0001` not a plan, `RP0002` of another version, `RP0003` damaged. */
  readonly code: 'RP0001' | 'RP0002' | 'RP0003';
  readonly message: string;
}

export type PlanResult =
  | { readonly ok: true; readonly rules: PlanRules }
  | { readonly ok: false; readonly error: PlanError };

/** Reads a plan, as text or as parsed JSON; one of another version, or damaged on its way, is refused. */
export function readPlan(input: unknown): PlanResult {
  const plan = typeof input === 'string' ? parsed(input) : input;
  if (!isPlan(plan))
    return refused('RP0001', 'this is not a plan: make one with `reckon compile RULES -o plan.json`');
  const { reckonPlan: version, checksum, rules } = plan;
  if (version !== PLAN_VERSION)
    return refused(
      'RP0002',
      `the plan is of version ${shownVersion(version)}, this engine runs version ${PLAN_VERSION}: compile the rules again`,
    );
  if (!hasRules(rules) || checksumOf(rules) !== checksum)
    return refused(
      'RP0003',
      'the plan is damaged, its checksum is not that of its rules: compile the rules again',
    );
  return { ok: true, rules };
}

function refused(code: PlanError['code'], message: string): PlanResult {
  return { ok: false, error: { code, message } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlan(value: unknown): value is { readonly [Member in keyof Plan]: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'reckonPlan');
}

function hasRules(rules: unknown): rules is PlanRules {
  if (typeof rules !== 'object' || rules === null) return false;
  return Array.isArray((rules as { readonly promotions?: unknown }).promotions);
}

function shownVersion(version: unknown): string {
  return typeof version === 'number' ? String(version) : 'no number';
}
