import type { Condition, PlanPromotion, RoundingMode } from '../plan/types.js';
import type { CompiledCondition } from './conditions.js';
import { type OfLine, lineTestOf } from './line-tests.js';
import type { Names } from './names.js';
import type { Plain, PlainTier, Terms } from './plain.js';

/**
 * The swift form of a promotion: plain, and standing where only its lines' own texts and flags decide. Most promotions of a
 * great sale are swift, and a cart that meets only such is priced in loops over numbers. `rule.swift` is there only where
 * that holds; `swift-run.ts` runs it. All of it stands in one object: of many promotions most lie in no cache, and each further
 * place in memory is waited for.
 */
export interface Swift extends Terms {
  /** Whether a code or a window has a say. */
  readonly isGated: boolean;
  /** The lines in scope: those with this text at this place of their values (or `SKU_SLOT`), or those that a test says; all where neither is. */
  readonly slot: number;
  readonly text: string | undefined;
  readonly where: OfLine | undefined;
  /** `for each` of a text: its name and where a line has it. */
  readonly each: { readonly name: string; readonly slot: number } | undefined;
  readonly when: CompiledCondition | undefined;
  /** Whether it grants once for each full step. */
  readonly isStepped: boolean;
  /** All tiers, where there are several; the terms are those of the lowest one. */
  readonly tiers: readonly PlainTier[] | undefined;
  readonly mode: RoundingMode;
  readonly isFunded: boolean;
}

/** The places of a line's SKU, and of no text at all. */
export const SKU_SLOT = -1;
export const NO_SLOT = -2;

export function swiftOf(
  plan: PlanPromotion,
  plain: Plain | undefined,
  when: CompiledCondition | undefined,
  names: Names,
): Swift | undefined {
  const { lines, stop, redemption } = plan;
  const [tier] = plain?.tiers ?? [];
  if (!plain || !tier || stop || redemption || !isTame(plain)) return undefined;
  const where = lines && lineTestOf(lines, names);
  const each = eachOf(plan, plain, names);
  if ((lines && !where) || each === null || (when && !readsOrderAlone(when))) return undefined;
  const only = lines && onlyText(lines, names);
  const { needed, on, how, amount, parts, of, cap } = tier;
  return {
    isGated: plan.coupon === true || plan.windows !== undefined,
    slot: only ? only.slot : NO_SLOT,
    text: only?.text,
    where: only ? undefined : where,
    each,
    when,
    isStepped: plain.opens === 'steps',
    tiers: plain.tiers.length > 1 ? plain.tiers : undefined,
    mode: plan.rounding?.mode ?? 'half-up',
    isFunded: plan.funding !== undefined,
    needed,
    on,
    how,
    amount,
    parts,
    of,
    cap,
  };
}

/** `for each` of a text, or nothing; null where it is of anything else, or its offers are not on goods. */
function eachOf({ each }: PlanPromotion, { tiers }: Plain, names: Names): Swift['each'] | null {
  if (!each) return undefined;
  const slot = each.kind === 'attribute' ? names.textSlotOf(each.name) : undefined;
  if (each.kind !== 'attribute' || slot === undefined || tiers.some(({ on }) => on === 'charges'))
    return null;
  return { name: each.name, slot };
}

/** The commonest scope: one declared text is one constant. */
function onlyText(
  condition: Condition,
  names: Names,
): { readonly slot: number; readonly text: string } | undefined {
  if (condition.op !== '=') return undefined;
  const { left, right } = condition;
  if (left.op !== 'read' || left.of !== 'line' || right.op !== 'constant' || right.type !== 'text')
    return undefined;
  const slot = left.name === 'sku' ? SKU_SLOT : names.textSlotOf(left.name);
  return slot === undefined ? undefined : { slot, text: right.value };
}

/** Whether no step gives more than it needs: then what is formed never passes what is left, however often. */
function isTame({ opens, tiers }: Plain): boolean {
  return opens !== 'steps' || tiers.every(({ needed, amount }) => amount <= needed);
}

function readsOrderAlone(condition: CompiledCondition): boolean {
  return condition
    .leaves()
    .every(({ scalar }) => scalar.op === 'read' && (scalar.of === 'customer' || scalar.of === 'order'));
}
