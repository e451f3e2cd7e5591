import type { Promotion, Ruleset } from '../check/ruleset.js';
import { checksumOf } from './checksum.js';
import {
  DEFAULT_ALLOCATION,
  DEFAULT_ROUNDING,
  PLAN_VERSION,
  type Plan,
  type PlanPromotion,
  type PlanRules,
} from './types.js';

/** The plan of a checked ruleset, whose digest is `digest`: plain JSON that the engine loads. */
export function planOf(ruleset: Ruleset, digest: string): Plan {
  const rules = lower(ruleset, digest);
  return { reckonPlan: PLAN_VERSION, checksum: checksumOf(rules), rules };
}

/** All of a checked ruleset that pricing needs, and no more. */
export function lower(ruleset: Ruleset, digest: string): PlanRules {
  const files = [...new Set(ruleset.promotions.map(({ source }) => source.file))];
  const layers = new Map(ruleset.layers.map(({ name }, index) => [name, index]));
  const fileIndex = new Map(files.map((file, index) => [file, index]));
  const lowered = (promotion: Promotion): PlanPromotion =>
    lowerPromotion(promotion, layers.get(promotion.layer) ?? 0, fileIndex.get(promotion.source.file) ?? 0);
  return {
    ruleset: digest,
    currency: ruleset.currency,
    ...(ruleset.prices && { prices: ruleset.prices }),
    attributes: ruleset.attributes,
    layers: ruleset.layers,
    remembered: rememberedLayers(ruleset),
    ...(ruleset.layersCap && { layersCap: ruleset.layersCap }),
    constraints: ruleset.constraints,
    choose: ruleset.choose,
    searchLimit: ruleset.searchLimit,
    guarantees: ruleset.guarantees.map(({ title, forEachLine, condition, required }) => ({
      title,
      forEachLine,
      condition,
      required,
    })),
    tables: ruleset.tables,
    files,
    promotions: ruleset.promotions.map(lowered),
  };
}

/** The layers that an amount or a weight names with `after`. */
function rememberedLayers({ layers, promotions, layersCap, guarantees }: Ruleset): readonly number[] {
  const named = new Set<unknown>();
  JSON.stringify([layers, promotions, layersCap, guarantees], (key, value: unknown) => {
    if (key === 'after') named.add(value);
    return value;
  });
  return [...layers.entries()].flatMap(([index, { name }]) => (named.has(name) ? [index] : []));
}

function lowerPromotion(promotion: Promotion, layer: number, file: number): PlanPromotion {
  const { id, source, title, when, scope, each, opens, budget, stop } = promotion;
  const texts = promotion.texts.flatMap(({ kind, ...text }) => (kind === 'note' ? [] : [{ kind, ...text }]));
  return {
    id,
    layer,
    at: [file, source.line],
    ...(promotion.kind === 'coupon' && { coupon: true }),
    ...(title !== undefined && { title }),
    ...some('windows', promotion.windows),
    ...(when && { when }),
    ...some('codes', promotion.codes),
    ...(scope.lines && { lines: scope.lines }),
    ...(scope.shipping && { shipping: true }),
    ...(each && { each }),
    opens,
    ...limitsOf(promotion),
    ...(budget && { budget }),
    ...some('redemption', promotion.redemption),
    ...some('funding', promotion.funding),
    ...some('commission', promotion.commission),
    ...(stop && { stop }),
    ...some('texts', texts),
  };
}

/** What binds, rounds and spreads a promotion's amount, where it is not the default. */
function limitsOf(
  promotion: Promotion,
): Pick<PlanPromotion, 'limits' | 'floors' | 'rounding' | 'allocation'> {
  const { limits, floors, rounding, allocation } = promotion;
  const isLimited = limits.caps.length > 0 || limits.times !== undefined || limits.units !== undefined;
  return {
    ...(isLimited && { limits }),
    ...some('floors', floors),
    ...(!isSame(rounding, DEFAULT_ROUNDING) && { rounding }),
    ...(!isSame(allocation, DEFAULT_ALLOCATION) && { allocation }),
  };
}

function some<Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): { readonly [Key in Name]?: readonly Item[] } {
  return items.length > 0 ? ({ [name]: items } as { readonly [Key in Name]: readonly Item[] }) : {};
}

function isSame<T extends object>(a: T, b: T): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof T>;
  return [...keys].every((key) => a[key] === b[key]);
}
