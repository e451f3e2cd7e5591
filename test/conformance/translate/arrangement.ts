import { decimalOf } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import { type Context, effectsOf } from './context.js';
import type { PricingCase, RowEffect, RowRule } from '../row.js';

/** How the promotions of a file stand to one another: their layers, their priorities and what they keep out. */
export interface Arrangement {
  readonly layers: readonly string[];
  /** File-wide settings that stacking needs. */
  readonly defaults: readonly string[];
  readonly layerOf: (rule: RowRule) => string | undefined;
  readonly priorityOf: (rule: RowRule) => number | undefined;
  /** Promotions of one layer are compared, not added up. */
  readonly compares: boolean;
}

/** The rules that are switched on, in the order they run. */
export function runningOrder({ rules, conventions }: PricingCase): readonly RowRule[] {
  const enabled = rules.filter((rule) => rule.enabled !== false);
  const { order = 'listed' } = conventions;
  const staged = order === 'stage_then_listed' ? by(enabled, (rule) => stageOf(rule, conventions)) : enabled;
  if (order === 'priority_desc') return by(staged, (rule) => -priorityOf(rule));
  return order === 'priority_asc' ? by(staged, priorityOf) : staged;
}

function by(rules: readonly RowRule[], key: (rule: RowRule) => number): readonly RowRule[] {
  return rules.toSorted((a, b) => key(a) - key(b));
}

function priorityOf({ priority = 0 }: RowRule): number {
  return decimalOf(priority).toNumber();
}

function stageOf({ stage }: RowRule, { stages = [] }: PricingCase['conventions']): number {
  const position = stage === undefined ? -1 : stages.indexOf(stage);
  if (position < 0) throw new CannotBeSaid('outside the schema', 'a rule without a known stage');
  return position;
}

/** What ran before an effect, and may have changed what is left. */
export function effectsBefore(rule: RowRule, effect: RowEffect, context: Context): readonly RowEffect[] {
  const own = effectsOf(rule);
  const earlier = context.rules.slice(0, context.rules.indexOf(rule));
  const competes = isBest(context.row);
  const others = competes
    ? earlier.filter((other) => laneOf(other, context.row) !== laneOf(rule, context.row))
    : earlier;
  return [...others.flatMap(effectsOf), ...own.slice(0, own.indexOf(effect))];
}

function isBest({ conventions: { selection = 'all' } }: PricingCase): boolean {
  return selection.startsWith('best');
}

function laneOf({ lane = 'default' }: RowRule, { conventions }: PricingCase): string {
  return conventions.selection === 'best_per_line_within_lane' ? lane : '';
}

export function arrangementOf(context: Context): Arrangement {
  const { row } = context;
  const compares = isBest(row);
  const groups = layerGroups(context);
  const exclusive = context.rules.some((rule) => rule.exclusive === true);
  const words = groups.map((group) => [group.name, ...layerWords(group, context)].join(' '));
  const needsLayers = exclusive || groups.length > 1 || words.some((word) => word.includes(' '));
  return {
    layers: needsLayers ? [...(exclusive ? ['exclusive'] : []), ...words] : [],
    defaults: exclusive ? ['choose first'] : [],
    layerOf: (rule) => (needsLayers ? layerOf(rule, groups) : undefined),
    priorityOf: priorities(context),
    compares,
  };
}

/** Promotions that run in one layer. */
interface LayerGroup {
  readonly name: string;
  readonly rules: readonly RowRule[];
}

function layerGroups(context: Context): readonly LayerGroup[] {
  const { row, rules } = context;
  const { order, stages = [], selection, lanes = [] } = row.conventions;
  const named = (name: string, holds: (rule: RowRule) => boolean): LayerGroup => {
    return { name: name.replaceAll(/[^\p{L}\p{N}_]+/gu, '-'), rules: rules.filter(holds) };
  };
  if (selection === 'best_per_line_within_lane')
    return lanes.map((lane) => named(`lane-${lane}`, (rule) => laneOf(rule, row) === lane));
  if (isBest(row)) return [{ name: 'offers', rules }];
  const groups =
    order === 'stage_then_listed'
      ? stages.map((stage) => named(`stage-${stage}`, (rule) => rule.stage === stage))
      : [{ name: 'offers', rules }];
  return groups.flatMap(apartByUnits);
}

/** Promotions that use up units of one another have a layer of their own, between what runs before and after them. */
function apartByUnits(group: LayerGroup): readonly LayerGroup[] {
  const { name, rules } = group;
  const sharing = rules.filter(usesUnits);
  const [first, last] = [rules.findIndex(usesUnits), rules.findLastIndex(usesUnits)];
  if (sharing.length < 2 || sharing.length === rules.length) return [group];
  if (sharing.length <= last - first)
    throw new CannotBeSaid('units shared by some', 'others run between them');
  return [
    { name: `${name}-before`, rules: rules.slice(0, first) },
    { name: `${name}-on-units`, rules: sharing },
    { name: `${name}-after`, rules: rules.slice(last + 1) },
  ].filter((part) => part.rules.length > 0);
}

function usesUnits(rule: RowRule): boolean {
  return effectsOf(rule).some(({ kind }) => kind === 'buy_get');
}

function layerOf(rule: RowRule, groups: readonly LayerGroup[]): string {
  if (rule.exclusive === true) return 'exclusive';
  const group = groups.find(({ rules }) => rules.includes(rule));
  if (group === undefined) throw new CannotBeSaid('outside the schema', 'a rule without a known lane');
  return group.name;
}

function layerWords({ rules }: LayerGroup, context: Context): readonly string[] {
  const { selection } = context.row.conventions;
  if (selection === 'best_overall') return ['best'];
  if (isBest(context.row)) return ['best per line'];
  // Units that were not used cost what they did, though the line as a whole has less left.
  if (sharesUnits(rules)) return ['together', 'each unit once'];
  return isTogether(context) ? ['together'] : [];
}

/** Units that one `buy … get …` used up are no longer there for the next. */
function sharesUnits(rules: readonly RowRule[]): boolean {
  const effects = rules.flatMap(effectsOf);
  const sharing = effects.filter(({ kind }) => kind === 'buy_get');
  if (sharing.length < 2) return false;
  if (sharing.length < effects.length)
    throw new CannotBeSaid(
      'units shared by some',
      'some discounts of a promotion use up units, others do not',
    );
  return true;
}

/**
 * Discounts of original prices on a part of the units, after others: then all amounts of the layer are formed on what was left
 * when it began, and the units are ranked by it.
 */
export function isTogether(context: Context): boolean {
  const { rules, row } = context;
  const turns = rules.flatMap((rule) =>
    effectsOf(rule)
      .filter((effect) => effect.target !== 'shipping')
      .map((effect) => ({ effect, rule })),
  );
  const late = turns.filter(({ effect, rule }) => effectsBefore(rule, effect, context).length > 0);
  if (!late.some(({ effect }) => isLimited(effect))) return false;
  return row.conventions.stages === undefined && turns.every(({ effect }) => isOriginal(effect, row));
}

/** Whether it is for some of the units in its scope. */
function isLimited({ kind, maxUnits, maxUnitsPerLine }: RowEffect): boolean {
  return (maxUnits ?? maxUnitsPerLine) !== undefined || kind === 'cheapest_unit' || kind === 'buy_get';
}

export function isOriginal({ base }: RowEffect, { conventions }: PricingCase): boolean {
  return (base ?? conventions.sequence) === 'original';
}

/** Higher first; where the later of equal discounts wins, what stands later has the higher priority. */
function priorities(context: Context): (rule: RowRule) => number | undefined {
  const { rules, row } = context;
  const { order, tie } = row.conventions;
  if (isBest(row) && tie === 'last') return (rule) => (rules.length > 1 ? rules.indexOf(rule) : undefined);
  const numbers = rules.map(priorityOf);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least === most || (order !== 'priority_desc' && order !== 'priority_asc')) return () => undefined;
  return (rule) => {
    const number = order === 'priority_desc' ? priorityOf(rule) - least : most - priorityOf(rule);
    if (!Number.isInteger(number))
      throw new CannotBeSaid('outside the schema', 'a priority that is no whole number');
    return number;
  };
}
