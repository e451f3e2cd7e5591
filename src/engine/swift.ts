import type { PlanPromotion } from '../plan/types.js';
import type { CompiledCondition } from './conditions.js';
import { type OfLine, lineTestOf } from './line-tests.js';
import type { Names } from './names.js';
import type { Plain } from './plain.js';

/**
 * The swift form of a promotion: plain, and standing where only its lines' own texts and flags decide. Most promotions of a
 * great sale are swift, and a cart that meets only such is priced in loops over numbers. `rule.swift` is there only where
 * that holds; `swift-run.ts` runs it.
 */
export interface Swift {
  readonly plain: Plain;
  /** The lines in scope; all when absent. */
  readonly where: OfLine | undefined;
  /** `for each` of a text: its name and where a line has it. */
  readonly each: { readonly name: string; readonly slot: number } | undefined;
  readonly when: CompiledCondition | undefined;
}

export function swiftOf(
  plan: PlanPromotion,
  plain: Plain | undefined,
  when: CompiledCondition | undefined,
  names: Names,
): Swift | undefined {
  const { lines, each, stop, redemption } = plan;
  if (!plain || stop || redemption || !isTame(plain)) return undefined;
  const where = lines && lineTestOf(lines, names);
  if (lines && !where) return undefined;
  if (when && !readsOrderAlone(when)) return undefined;
  if (!each) return { plain, where, each: undefined, when };
  const slot = each.kind === 'attribute' ? names.textSlotOf(each.name) : undefined;
  return each.kind === 'attribute' && slot !== undefined && plain.tiers.every(({ on }) => on !== 'charges')
    ? { plain, where, each: { name: each.name, slot }, when }
    : undefined;
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
