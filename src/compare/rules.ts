import canonicalize from 'canonicalize';
import type { PlanPromotion, PlanRules } from '../plan/types.js';
import type { GuaranteeChange, RuleChange, RuleChanges, RulePart, Setting } from './types.js';

/**
 * What two plans say otherwise, by meaning: where promotions are written, in which order members stand and how the text was set out
 * changes nothing. Promotions are known by their ids.
 */
export function compareRules(before: PlanRules, after: PlanRules): RuleChanges {
  const promotions = promotionChanges(before, after);
  const guarantees = guaranteeChanges(before, after);
  const settings = settingChanges(before, after);
  const same = promotions.length + guarantees.length + settings.length === 0;
  return { same, promotions, guarantees, settings };
}

/** In the order of evaluation of after; those that are gone come last. */
function promotionChanges(before: PlanRules, after: PlanRules): readonly RuleChange[] {
  const earlier = new Map(before.promotions.map((promotion) => [promotion.id, promotion]));
  const later = new Set(after.promotions.map(({ id }) => id));
  const changes = after.promotions.flatMap((promotion): readonly RuleChange[] => {
    const old = earlier.get(promotion.id);
    if (old === undefined) return [{ ...named(promotion), change: 'added' }];
    const parts = changedParts(partsOf(old, before), partsOf(promotion, after));
    return parts.length === 0 ? [] : [{ ...named(promotion), change: 'changed', parts }];
  });
  const gone = before.promotions.filter(({ id }) => !later.has(id));
  return [...changes, ...gone.map((promotion) => ({ ...named(promotion), change: 'removed' as const }))];
}

function named({ id, title }: PlanPromotion): Pick<RuleChange, 'promotion' | 'title'> {
  return { promotion: id, ...(title !== undefined && { title }) };
}

type Parts = Readonly<Record<RulePart, unknown>>;

/** What a promotion means, part by part, free of places. */
function partsOf(promotion: PlanPromotion, { layers, tables }: PlanRules): Parts {
  const { each, floors, limits, lines, shipping } = promotion;
  const table = each !== undefined && 'table' in each ? each.table : undefined;
  return {
    kind: promotion.coupon ?? false,
    title: promotion.title,
    layer: layers[promotion.layer]?.name,
    active: promotion.windows,
    when: promotion.when,
    code: promotion.codes,
    lines: [lines, shipping],
    each,
    offers: promotion.opens,
    caps: limits,
    floors,
    rounding: promotion.rounding,
    allocation: promotion.allocation,
    limits: promotion.redemption,
    budget: promotion.budget,
    funding: promotion.funding,
    commission: promotion.commission,
    stop: promotion.stop,
    messages: promotion.texts,
    table: tables.filter(({ name }) => name === table).map(withoutPlaces),
  };
}

function withoutPlaces({ columns, rows }: PlanRules['tables'][number]): unknown {
  return { columns, rows: rows.map(({ values }) => values) };
}

function changedParts(before: Parts, after: Parts): readonly RulePart[] {
  const names = Object.keys(after) as RulePart[];
  return names.filter((name) => !isSame(before[name], after[name]));
}

/** The quick comparison holds for most; members may stand in another order in a plan made elsewhere. */
function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after) || canonicalize(before) === canonicalize(after);
}

function guaranteeChanges(before: PlanRules, after: PlanRules): readonly GuaranteeChange[] {
  const earlier = new Map(before.guarantees.map((guarantee) => [guarantee.title, guarantee]));
  const later = new Set(after.guarantees.map(({ title }) => title));
  const changes = after.guarantees.flatMap((guarantee): readonly GuaranteeChange[] => {
    const old = earlier.get(guarantee.title);
    if (old === undefined) return [{ guarantee: guarantee.title, change: 'added' }];
    return isSame(old, guarantee) ? [] : [{ guarantee: guarantee.title, change: 'changed' }];
  });
  const gone = before.guarantees.filter(({ title }) => !later.has(title));
  return [...changes, ...gone.map(({ title }) => ({ guarantee: title, change: 'removed' as const }))];
}

/** How each setting of a plan is told, and what of the plan it is. */
const SETTINGS: Readonly<Record<Setting, (rules: PlanRules) => unknown>> = {
  attributes: ({ attributes }) =>
    Object.values(attributes).map((declared) => declared.toSorted((a, b) => (a.name < b.name ? -1 : 1))),
  choice: ({ choose }) => choose,
  constraints: ({ constraints }) => constraints.map((one) => JSON.stringify(one)).toSorted(),
  layers: ({ layers }) => layers,
  'layers cap': ({ layersCap }) => layersCap,
  'order of promotions': () => undefined,
  prices: ({ prices }) => prices,
  'search limit': ({ searchLimit }) => searchLimit,
};

function settingChanges(before: PlanRules, after: PlanRules): readonly Setting[] {
  return (Object.keys(SETTINGS) as Setting[]).filter((name) =>
    name === 'order of promotions'
      ? !isSame(commonOrder(before, after), commonOrder(after, before))
      : !isSame(SETTINGS[name](before), SETTINGS[name](after)),
  );
}

/** The promotions that are in both files, in the order of evaluation of one. */
function commonOrder({ promotions }: PlanRules, other: PlanRules): readonly string[] {
  const there = new Set(other.promotions.map(({ id }) => id));
  return promotions.map(({ id }) => id).filter((id) => there.has(id));
}
