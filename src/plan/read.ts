import { checksumOf } from './checksum.js';
import { unknownTimezone } from './host.js';
import { misshapen } from './rules-shape.js';
import { PLAN_LIMITS } from '../limits.js';
import { shown } from '../shown.js';
import { isDeeper, isMembers } from './shape.js';
import { PLAN_VERSION, type PlanRules } from './types.js';

/** Why something is no plan that may be run. */
export interface PlanError {
  /**
   * `RP0001` not a plan, `RP0002` of another version, `RP0003` damaged, `RP0004` of a form that no compiler writes, `RP0005` in a
   * time zone that the host does not know.
   */
  readonly code: 'RP0001' | 'RP0002' | 'RP0003' | 'RP0004' | 'RP0005';
  /** What is wrong, and what to do. */
  readonly message: string;
}

export type PlanResult =
  | { readonly ok: true; readonly rules: PlanRules }
  | { readonly ok: false; readonly error: PlanError };

/** Reads a plan, as text or as the value it parses to; what is not a whole plan of this version is refused. Never throws. */
export function readPlan(input: unknown): PlanResult {
  const plan = typeof input === 'string' ? parsed(input) : input;
  try {
    return read(plan);
  } catch {
    // Nested so deep, or made so, that its JSON cannot be written: no plan of ours is.
    return refused('RP0001', NOT_A_PLAN);
  }
}

const NOT_A_PLAN = 'this is not a plan: make one with `reckon compile RULES -o plan.json`';

function read(plan: unknown): PlanResult {
  if (!isMembers(plan) || !Object.hasOwn(plan, 'reckonPlan') || isDeeper(plan, PLAN_LIMITS.depth))
    return refused('RP0001', NOT_A_PLAN);
  const { reckonPlan: version, checksum, rules } = plan;
  if (version !== PLAN_VERSION)
    return refused(
      'RP0002',
      `the plan is of ${shownVersion(version)}, this engine runs version ${PLAN_VERSION}: compile the rules by the release that runs them`,
    );
  if (!hasPromotions(rules) || checksumOf(rules) !== checksum)
    return refused(
      'RP0003',
      'the plan is damaged, its checksum is not that of its rules: compile the rules again',
    );
  return unfit(rules) ?? { ok: true, rules };
}

/** What the checksum cannot tell: rules that were never a plan's, and a host that cannot run them. */
function unfit(rules: PlanRules): PlanResult | undefined {
  const where = misshapen(rules);
  if (where !== undefined)
    return refused(
      'RP0004',
      `the plan cannot be run, \`rules${shown(where)}\` is not as a compiler writes it: compile the rules again`,
    );
  const timezone = unknownTimezone(rules);
  return timezone === undefined
    ? undefined
    : refused(
        'RP0005',
        `this host does not know the time zone \`${shown(timezone)}\`, in which a promotion is active: give it newer time zone data`,
      );
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

function hasPromotions(rules: unknown): rules is PlanRules {
  return isMembers(rules) && Array.isArray(rules['promotions']);
}

function shownVersion(version: unknown): string {
  return typeof version === 'number' ? `version ${version}` : 'an unknown version';
}
