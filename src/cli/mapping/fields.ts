import type { Attribute } from '../../check/ruleset.js';
import { asMembers, isList } from '../../cart/data.js';
import { convert, multiplied, type Wanted } from './convert.js';
import { instantOf } from './instant.js';
import { lookupOf, type Place } from './path.js';
import type { Field, Fields, Part } from './shape.js';

/** Reads one value of a cart; nothing where the order has none. */
export type FieldReader = (place: Place) => unknown;

export function fieldReader(field: Field, wanted: Wanted, isMinor: boolean): FieldReader {
  const found = field.from === undefined ? undefined : lookupOf(field.from);
  const constant = field.value ?? field.default;
  const times = field.times === undefined ? undefined : lookupOf(field.times);
  const read = converter(field, wanted, isMinor);
  return (place) => {
    const value = present(found?.(place));
    if (value === undefined) return constant === undefined ? undefined : read(constant);
    return times === undefined ? read(value) : multiplied(read(value), present(times(place)));
  };
}

/** Nothing, `null` and an empty cell are the same. */
function present(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}

function converter(field: Field, wanted: Wanted, isMinor: boolean): (value: unknown) => unknown {
  const { words, split } = field;
  const worded = words === undefined ? (value: unknown): unknown => value : wordReader(words);
  if (wanted === 'time') return (value) => instantOf(worded(value), field);
  if (wanted === 'list' && split !== undefined)
    return (value) => convert(splitAt(value, split).map(worded), wanted, isMinor);
  return (value) => convert(isList(value) ? value.map(worded) : worded(value), wanted, isMinor);
}

function wordReader(words: NonNullable<Field['words']>): (value: unknown) => unknown {
  const known = new Map(Object.entries(words));
  return (value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? (known.get(String(value)) ?? value)
      : value;
}

function splitAt(value: unknown, split: string): readonly unknown[] {
  if (typeof value !== 'string') return isList(value) ? value : [value];
  return value
    .split(split)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Reads the members of an object of the cart. */
export type FieldsReader = (place: Place) => Record<string, unknown>;

/** What an object has of its own, beside what the rules declare. */
export type BuiltIn = Readonly<Record<string, Wanted>>;

export interface PartRules {
  readonly builtIn: BuiltIn;
  readonly declared: readonly Attribute[];
}

export function fieldsReader(part: Part, rules: PartRules, isMinor: boolean): FieldsReader {
  const readers = Object.entries(allFields(part, rules)).map(
    ([name, field]) => [name, fieldReader(field, wantedOf(name, rules), isMinor)] as const,
  );
  return (place) => {
    const members = Object.create(null) as Record<string, unknown>;
    for (const [name, read] of readers) {
      const value = read(place);
      if (value !== undefined) members[name] = value;
    }
    return members;
  };
}

/** With `others` the attributes that no field names are those of the same name. */
function allFields({ fields = {}, others }: Part, { declared }: PartRules): Fields {
  if (others !== 'keep') return fields;
  const kept = declared.map(({ name }) => [name, { from: [name] }] as const);
  return { ...Object.fromEntries(kept), ...fields };
}

function wantedOf(name: string, { builtIn, declared }: PartRules): Wanted {
  if (Object.hasOwn(builtIn, name)) return builtIn[name] ?? 'text';
  return declared.find((attribute) => attribute.name === name)?.type ?? 'text';
}

/** The object that a part is made of, within which its fields are looked up. */
export function partPlace({ from }: Part, order: unknown): Place {
  return { order, here: from === undefined ? order : lookupOf(from)({ order, here: order }) };
}

/** Reads the objects of a list, each with its position as id unless a field gives one. */
export function listReader(
  part: Part,
  rules: PartRules,
  isMinor: boolean,
): (list: unknown, order: unknown) => unknown {
  const read = fieldsReader(part, rules, isMinor);
  return (list, order) => {
    if (!isList(list)) return list;
    return list.map((here, index) =>
      asMembers(here) === undefined ? here : { id: String(index + 1), ...read({ order, here }) },
    );
  };
}
