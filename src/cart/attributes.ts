import type { Attribute, AttributeType } from '../check/ruleset.js';
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

/**
 * A reader for the declared attributes of a line, customer, order or charge. `money` is how the cart writes amounts,
 * `advice` says what to do where a required one is missing.
 */
export function attributesReader(
  declared: readonly Attribute[],
  money: Kind<number>,
  advice = 'send it, or declare it `optional`',
): AttributesReader {
  const members = declared.map((attribute) => memberReader(attribute, kindOf(attribute, money), advice));
  return (from) => members.map((read) => read(from));
}

/** Whether every object must carry the attribute. A missing flag is false, so none need be sent. */
export function isRequired({ optional, type }: Attribute): boolean {
  return !optional && type !== 'flag';
}

type MemberReader = (from: Holder) => Value | undefined;

function memberReader(attribute: Attribute, kind: Kind<Value>, advice: string): MemberReader {
  const { name } = attribute;
  return isRequired(attribute)
    ? (from) => from.required(name, kind, advice)
    : (from) => from.optional(name, kind);
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
