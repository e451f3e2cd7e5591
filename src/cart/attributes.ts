import type { Attribute, AttributeType } from '../check/ruleset.js';
import { CART_LIMITS } from '../limits.js';
import type { Members } from './data.js';
import type { Kind } from './fault.js';
import { type Holder, texts } from './holder.js';
import { instant } from './instant.js';
import type { Value, Values } from './types.js';
import { decimal, flag, oneOf, text } from './values.js';

/** Reads the declared attributes of one object; all others are ignored. */
export type AttributesReader = (from: Holder) => Values;

/** Every attribute missing: what an object that the cart leaves out carries. */
export function noValues(declared: readonly Attribute[]): Values {
  return declared.map(() => undefined);
}

/** The names of the attributes. */
export function namesOf(declared: readonly Attribute[]): readonly string[] {
  return declared.map(({ name }) => name);
}

/**
 * A reader for the declared attributes of a line, customer, order or charge. `money` is how the cart writes amounts,
 * `advice` says what to do where a required one is missing.
 */
export function attributesReader(
  declared: readonly Attribute[],
  money: Kind<number>,
  advice = 'send it, or declare it `optional`',
): AttributesReader {
  const types = declared.map((attribute) => kindOf(attribute, money).type);
  const readers = declared.map((attribute) => valueReader(attribute, kindOf(attribute, money), advice));
  const pick = picker(namesOf(declared));
  return (from) => {
    const values = pick(from.members);
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place];
      // Most attributes are texts, which stand for themselves.
      if (typeof value !== types[place] || (typeof value === 'string' && value.length > CART_LIMITS.text))
        values[place] = readers[place]?.(from, value);
    }
    return values as Values;
  };
}

/** Whether every object must carry the attribute. A missing flag is false, so none need be sent. */
export function isRequired({ optional, type }: Attribute): boolean {
  return !optional && type !== 'flag';
}

type ValueReader = (from: Holder, value: unknown) => Value | undefined;

function valueReader(attribute: Attribute, kind: Kind<Value>, advice: string): ValueReader {
  const { name } = attribute;
  return isRequired(attribute)
    ? (from, value) => kind.read(value) ?? from.refuse(name, value, kind, advice)
    : (from, value) => from.optional(name, value, kind);
}

/**
 * Takes members out of an object by name. Each place of the first few has code of its own here, because an engine remembers
 * by place in the code where an object keeps a name: so a member that is named at run time is found as fast as one named here.
 */
function picker(names: readonly string[]): (from: Members) => unknown[] {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = names;
  switch (names.length) {
    case 0:
      return () => [];
    case 1:
      return (from) => [from[a]];
    case 2:
      return (from) => [from[a], from[b]];
    case 3:
      return (from) => [from[a], from[b], from[c]];
    case 4:
      return (from) => [from[a], from[b], from[c], from[d]];
    case 5:
      return (from) => [from[a], from[b], from[c], from[d], from[e]];
    case 6:
      return (from) => [from[a], from[b], from[c], from[d], from[e], from[f]];
    default:
      return (from) => names.map((name) => from[name]);
  }
}

function kindOf({ type, members }: Attribute, money: Kind<number>): Kind<Value> {
  if (type === 'money') return money;
  return type === 'one-of' ? oneOf(members ?? []) : KINDS[type];
}

const KINDS: Readonly<Record<Exclude<AttributeType, 'money' | 'one-of'>, Kind<Value>>> = {
  text,
  number: decimal,
  flag,
  time: instant,
  list: texts,
};
