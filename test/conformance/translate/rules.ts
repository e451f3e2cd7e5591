import { printText } from '../../../src/syntax/print.js';
import { arrangementOf, type Arrangement, effectsBefore } from './arrangement.js';
import { bounded } from './budget.js';
import { CannotBeSaid } from './cannot.js';
import { type Conditions, conditionsOf } from './conditions.js';
import { type Context, effectsOf } from './context.js';
import { lineParts } from './line-effects.js';
import { conditionBase, type Part } from './parts.js';
import type { Base, RowRule } from '../row.js';
import { movesShipping, shippingParts } from './shipping-effects.js';

/** A rule's promotions, by name. */
export interface Promotion {
  readonly name: string;
  readonly part: Part;
}

export interface SaidRule {
  readonly rule: RowRule;
  readonly promotions: readonly Promotion[];
  /** Clauses that bound its redemptions. */
  readonly limits: readonly string[];
}

/** Each rule as promotions; a rule that is switched off has none. */
export function saidRules(context: Context): readonly SaidRule[] {
  return context.row.rules
    .filter((rule) => rule.enabled !== false)
    .map((rule) => {
      const { clauses, parts } = bounded(rule, partsOf(rule, context), context);
      const number = context.row.rules.indexOf(rule) + 1;
      const promotions = parts.map((part, index) => {
        return { name: parts.length === 1 ? `rule-${number}` : `rule-${number}-${index + 1}`, part };
      });
      return { rule, promotions, limits: clauses };
    });
}

function partsOf(rule: RowRule, context: Context): readonly Part[] {
  const parts = effectsOf(rule).flatMap((effect) => {
    const turn = { rule, effect, context };
    return effect.target === 'shipping' ? shippingParts(turn) : lineParts(turn);
  });
  return merged(parts);
}

/** Offers on the same lines join into one promotion: the second sees what the first left. */
function merged(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last !== undefined && canJoin(last, part))
      result[result.length - 1] = { ...last, body: [[...last.body, ...part.body].join(' also ')] };
    else result.push(part);
  }
  return result;
}

function canJoin(first: Part, second: Part): boolean {
  const { body: _, isPlain, ...rest } = first;
  const { body: __, isPlain: isAlsoPlain, ...others } = second;
  const isCapped = rest.settings?.some((setting) => setting.startsWith('capped')) === true;
  return (
    isPlain === true && isAlsoPlain === true && !isCapped && JSON.stringify(rest) === JSON.stringify(others)
  );
}

/** All promotions of a row, with the layers they stand in. */
export function rulesText(rules: readonly SaidRule[], context: Context): readonly string[] {
  const arrangement = arrangementOf(context);
  const { defaults, layers } = arrangement;
  return [
    ...(layers.length === 0 ? [] : [`layers\n  ${layers.join(',\n  ')}`]),
    ...defaults.map((setting) => `default ${setting}`),
    ...rules.flatMap((said) =>
      said.promotions.map((promotion) => promotionText(promotion, said, rules, arrangement, context)),
    ),
  ];
}

function promotionText(
  { name, part }: Promotion,
  said: SaidRule,
  all: readonly SaidRule[],
  arrangement: Arrangement,
  context: Context,
): string {
  const { rule } = said;
  refuseParts(said, arrangement);
  const { threshold, when } = conditionsFor(part, said, context);
  const [layer, priority] = [arrangement.layerOf(rule), arrangement.priorityOf(rule)];
  const tests = [...when, ...(part.when ?? [])];
  const clauses = [
    ...(layer === undefined ? [] : [`layer ${layer}`]),
    ...(priority === undefined ? [] : [`priority ${priority}`]),
    ...(rule.code === undefined ? [] : [`code ${printText(rule.code)}`]),
    ...activeText(rule, context),
    ...(tests.length === 0 ? [] : [`when ${tests.join(' and ')}`]),
    ...onText(part),
    ...(part.forEachLine === true ? ['for each line'] : []),
    ...(part.settings ?? []),
    ...floorText(context),
    ...bodyText(part, threshold),
    ...said.limits,
    ...standingText(said, all, context),
  ];
  const head = `${rule.code === undefined ? 'promotion' : 'coupon'} ${name} ${printText(rule.id)}`;
  return [head, ...clauses.map((clause) => `  ${clause}`)].join('\n');
}

function onText({ lines, on }: Part): readonly string[] {
  if (on !== undefined) return [on];
  return lines === undefined ? [] : [`on lines where ${lines}`];
}

function bodyText({ body, isPlain }: Part, threshold: string | undefined): readonly string[] {
  if (threshold === undefined) return body;
  const isGroupPrice = threshold.startsWith('buy') && body.some((offer) => offer.startsWith('price'));
  if (isPlain !== true || isGroupPrice)
    throw new CannotBeSaid('other lines', 'a condition on other lines beside a threshold');
  return [`${threshold} ${body.join(' ')}`];
}

/** Where several promotions stand for one rule, some ways of stacking mean the rule and not each of them. */
function refuseParts({ promotions, rule }: SaidRule, { compares }: Arrangement): void {
  const isSeveral = promotions.filter(({ part }) => part.when === undefined).length > 1;
  if (isSeveral && (compares || rule.stopAfter === true))
    throw new CannotBeSaid('several discounts as one', 'compared with others, or stopping them');
}

function conditionsFor(part: Part, { promotions, rule }: SaidRule, context: Context): Conditions {
  const [first] = effectsOf(rule);
  const before = first === undefined ? [] : effectsBefore(rule, first, context);
  const several = promotions.length > 1 && promotions.some((promotion) => promotion.part.when === undefined);
  const place = {
    context,
    lines: part.lines,
    forEachLine: part.forEachLine === true,
    base: several && before.length === 0 ? ('original' as Base) : conditionBase(context),
    shippingMoved: before.some(movesShipping),
  };
  const conditions = rule.conditions ?? [];
  const movesBetween =
    several &&
    before.length > 0 &&
    conditions.some(({ base, type }) => {
      return (type === 'items_total' || type === 'order_total') && (base ?? place.base) === 'running';
    });
  if (movesBetween) throw new CannotBeSaid('running condition of several discounts', rule.id);
  return conditionsOf(conditions, place);
}

function activeText({ validFrom, validTo }: RowRule, { row }: Context): readonly string[] {
  const dates = [
    ...(validFrom === undefined ? [] : ['from', validFrom]),
    ...(validTo === undefined ? [] : ['through', validTo]),
  ];
  if (dates.length === 0) return [];
  if (row.cart.date === undefined)
    throw new CannotBeSaid('outside the schema', 'a period, and a cart without a date');
  return [`active ${dates.join(' ')}`];
}

/** Lines that may not fall below a price of their own. */
function floorText({ row }: Context): readonly string[] {
  const hasFloors = row.cart.lines.some((line) => line.minUnitPrice !== undefined);
  return hasFloors ? ['leave at least min-price per unit'] : [];
}

/** `alone`, `not with …` and `stop …`. */
function standingText(
  { promotions, rule }: SaidRule,
  all: readonly SaidRule[],
  { row }: Context,
): readonly string[] {
  const { selection = 'all' } = row.conventions;
  const others = all.filter((said) => said.rule !== rule).flatMap((said) => said.promotions);
  const alone = promotions.length === 1 ? 'alone' : `not with ${others.map(({ name }) => name).join(', ')}`;
  if (rule.stopAfter === true && selection.startsWith('best'))
    throw new CannotBeSaid('outside the schema', 'a rule that stops others among rules that are compared');
  return [
    ...(rule.exclusive === true && others.length > 0 ? [alone] : []),
    ...(rule.stopAfter === true ? stopText(rule, selection) : []),
  ];
}

/** A rule that stops others on its lines alone stops none where it is for shipping. */
function stopText(rule: RowRule, selection: string): readonly string[] {
  if (selection !== 'per_line_stop') return ['stop all'];
  return effectsOf(rule).every(({ target }) => target === 'shipping') ? [] : ['stop on its lines'];
}
