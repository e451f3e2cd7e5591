/** The shape of a plan's rules, as `types.ts` tells it to the compiler. */

import { RULE_LIMITS } from '../limits.js';
import type { Attribute, PlanPromotion, PlanRules, Table } from './types.js';
import { floors, limits, opens } from './offer-shapes.js';
import { ATTRIBUTE_TYPES, condition, number, type Types } from './scalar-shapes.js';
import {
  decimal,
  flag,
  is,
  isMembers,
  list,
  members,
  oneOf,
  type Shape,
  text,
  whole,
  word,
} from './shape.js';

const MODE: Shape = word('half-up half-even half-down up down');
// Promotions ------------------------------------------------------------------------------------------------------

const window = members({
  'from?': whole(),
  'until?': whole(),
  'recurring?': members({
    timezone: text,
    'weekdays?': list(whole(1, 7)),
    'monthDays?': list(whole(1, 31)),
    'between?': members({ from: whole(0), to: whole(0) }),
  }),
  text,
});

const share = {
  party: oneOf('kind', { name: { name: text }, attribute: { name: text } }),
  percent: decimal,
};

const promotion = members<Types>({
  id: text,
  layer: whole(0),
  at: list(whole(0), 2),
  'coupon?': is((value) => value === true),
  'title?': text,
  'windows?': list(window),
  'when?': condition,
  'codes?': list(oneOf('kind', { exact: { code: text }, like: { pattern: text } })),
  'lines?': condition,
  'shipping?': is((value) => value === true),
  'each?': oneOf('kind', {
    line: {},
    attribute: { name: text },
    row: { table: text },
    column: { table: text, name: text },
  }),
  opens,
  'limits?': limits,
  'floors?': floors,
  'rounding?': members({ mode: MODE, of: word('discount price') }),
  'allocation?': members({
    weights: word('value list quantity equally'),
    'after?': text,
    share: word('down half-up half-even half-down in-turn'),
    remainder: word('largest-fraction largest-line first last rest-to-first rest-to-last'),
    overflow: word('to-others dropped'),
  }),
  'redemption?': list(members({ per: word('customer customer-day total'), count: whole(0) })),
  'budget?': members({ amount: number, partly: flag }),
  'funding?': list(members(share)),
  'commission?': list(members({ ...share, of: word('paid list'), 'subsidyBy?': text })),
  'stop?': word('layer all lines'),
  'texts?': list(members({ kind: word('message title'), 'language?': text, text })),
});

// Rules -----------------------------------------------------------------------------------------------------------

const attributes = list(
  members({ name: text, type: word(ATTRIBUTE_TYPES), optional: flag, 'members?': list(text) }),
);

const CELLS: Readonly<Record<string, Shape>> = {
  number: decimal,
  money: decimal,
  time: decimal,
  flag,
};

const unread = members({ name: text, columns: attributes, rows: is(Array.isArray) });

/** The cells of a row are of its columns' types; an empty one is left out. */
const table: Shape = (value) => {
  const where = unread(value, undefined);
  if (where !== undefined) return where;
  const cells = (value as Table).columns.map(({ name, type }) => [`${name}?`, CELLS[type] ?? text] as const);
  const rows = list(members({ line: whole(), values: members(Object.fromEntries(cells)) }));
  return members({ name: text, columns: attributes, rows })(value, undefined);
};

/** What promotions name: it is looked at before them. */
const DECLARED = {
  attributes: members({ line: attributes, customer: attributes, order: attributes, shipping: attributes }),
  tables: list(table),
  layers: list(is(isMembers)),
};

const RULES = {
  ...DECLARED,
  ruleset: text,
  currency: members({ code: text, digits: whole(0, 4) }),
  'prices?': members({ mode: MODE, per: word('line unit') }),
  layers: list(
    members<Types>({
      name: text,
      combine: word('in-turn together best best-per'),
      'per?': oneOf('kind', { line: {}, attribute: { name: text } }),
      eachUnitOnce: flag,
      caps: list(number),
      floors,
    }),
  ),
  'layersCap?': number,
  remembered: list(whole(0)),
  constraints: list(
    members({ kind: word('allow not-with alone'), count: whole(0), members: list(text), text }),
  ),
  choose: word('best first'),
  searchLimit: whole(1, RULE_LIMITS.search),
  guarantees: list(members<Types>({ title: text, forEachLine: flag, condition, required: flag })),
  files: list(text),
};

/** Where a plan's rules are not of the form that the engine runs, as a path such as `.promotions[3].opens.kind`. */
export function misshapen(rules: unknown): string | undefined {
  if (!isMembers(rules)) return '';
  for (const [name, shape] of Object.entries(DECLARED)) {
    const where = shape(rules[name], undefined);
    if (where !== undefined) return `.${name}${where}`;
  }
  const { attributes: carriers, layers, tables } = rules as unknown as PlanRules;
  const types: Types = {
    line: typesOf(carriers.line, { id: 'text', sku: 'text', quantity: 'number', price: 'money' }),
    customer: typesOf(carriers.customer),
    order: typesOf(carriers.order, { at: 'time', codes: 'list' }),
    shipping: typesOf(carriers.shipping, { id: 'text', amount: 'money' }),
  };
  const rows = new Map(tables.map(({ name, columns }) => [name, typesOf(columns)]));
  const promotions = list(inOrder(layers.length, rows));
  return members<Types>({ ...RULES, promotions })(rules, types);
}

function typesOf(
  declared: readonly Attribute[],
  builtIn: Readonly<Record<string, string>> = {},
): ReadonlyMap<unknown, string> {
  return new Map([...declared.map(({ name, type }) => [name, type] as const), ...Object.entries(builtIn)]);
}

/** Promotions stand by layer; a `for each row` reads the columns of its table. */
function inOrder(layers: number, rows: ReadonlyMap<unknown, ReadonlyMap<unknown, string>>): Shape<Types> {
  let reached = 0;
  return (value, types) => {
    const each = isMembers(value) ? value['each'] : undefined;
    const row = isMembers(each) && 'table' in each ? rows.get(each['table']) : NO_ROW;
    if (!row) return '.each.table';
    const where = promotion(value, { ...types, row });
    if (where !== undefined) return where;
    const { layer } = value as PlanPromotion;
    if (layer < reached || layer >= layers) return '.layer';
    reached = layer;
    return undefined;
  };
}

const NO_ROW: ReadonlyMap<unknown, string> = new Map();
