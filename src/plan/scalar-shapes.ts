/** The shapes of conditions and expressions. What they compare or calculate with must be of one sort, or it could not be run. */

import {
  decimal,
  flag,
  isMembers,
  list,
  type Members,
  oneOf,
  type Shape,
  text,
  whole,
  word,
} from './shape.js';

/** The types of attributes and of the columns of the row in hand, by carrier and name. */
export type Types = Readonly<Record<string, ReadonlyMap<unknown, string>>>;

export const ATTRIBUTE_TYPES = 'text number money flag time list one-of';

// Conditions and expressions hold each other, and themselves.
export const condition: Shape<Types> = (value, types) => CONDITION(value, types);

/** A number, an amount or an instant. */
export const number: Shape<Types> = (value, types) => ofSort('number', value, types);

const scalar: Shape<Types> = (value, types) => {
  const isConstant = isMembers(value) && value['op'] === 'constant';
  return isConstant ? CONSTANT(value, types) : (EXPRESSION(value, types) ?? reads(value as Members, types));
};

const CONSTANT: Shape<Types> = oneOf('type', {
  text: { op: text, value: text },
  'number money': { op: text, value: decimal },
  flag: { op: text, value: flag },
  time: { op: text, value: whole() },
});

const EXPRESSION: Shape<Types> = oneOf('op', {
  read: { of: text, name: text, type: word(ATTRIBUTE_TYPES), text },
  measure: {
    what: word('list left quantity count skus total pay discount'),
    type: word('number money'),
    over: word('scope cart line unit order'),
    'where?': condition,
    'after?': text,
    'attribute?': text,
    text,
  },
  '+ - * / min max': { type: word('number money'), parts: list(number, 1) },
});

/** What is read is declared, and of the type that it is read as. */
function reads({ op, of, name, type, what, attribute }: Members, types: Types): string | undefined {
  if (op === 'read') return typeIn(String(of), name, types) === type ? undefined : '.name';
  if (what !== 'total') return undefined;
  const total = typeIn('line', attribute, types);
  return total === 'number' || total === 'money' ? undefined : '.attribute';
}

/** A `one-of` is read as a text. */
function typeIn(carrier: string, name: unknown, types: Types): string | undefined {
  const type = Object.hasOwn(types, carrier) ? types[carrier]?.get(name) : undefined;
  return type === 'one-of' ? 'text' : type;
}

function ofSort(sort: string, value: unknown, types: Types): string | undefined {
  return scalar(value, types) ?? (sortOf(value) === sort ? undefined : '.type');
}

function sortOf(value: unknown): string {
  const { type } = value as { readonly type: string };
  return type === 'money' || type === 'time' ? 'number' : type;
}

/** A text, number or flag, and the likes of it. */
function alike(first: string, rest: string): Shape<Types> {
  return (value, types) => {
    const { [first]: one, [rest]: others } = value as Members;
    const sort = sortOf(one);
    if (sort === 'list') return `.${first}`;
    for (const other of Array.isArray(others) ? (others as unknown[]) : [others])
      if (ofSort(sort, other, types) !== undefined) return `.${rest}`;
    return undefined;
  };
}

function sorted(sort: string): Shape<Types> {
  return (value, types) => ofSort(sort, value, types);
}

const WRITTEN: Shape<Types> = oneOf('op', {
  'and or': { parts: list(condition) },
  not: { part: condition, text },
  '= !=': { left: scalar, right: scalar, text },
  '< <= > >=': { left: number, right: number, text },
  'in not-in': { value: scalar, items: list(scalar), text },
  has: { list: sorted('list'), item: sorted('text'), text },
  'starts-with': { value: sorted('text'), prefix: sorted('text'), text },
  flag: { value: sorted('flag'), text },
});

const SAME: Readonly<Record<string, Shape<Types>>> = {
  '=': alike('left', 'right'),
  '!=': alike('left', 'right'),
  in: alike('value', 'items'),
  'not-in': alike('value', 'items'),
};

const CONDITION: Shape<Types> = (value, types) =>
  WRITTEN(value, types) ?? SAME[(value as { readonly op: string }).op]?.(value, types);
