import type { Condition, Constant, Measure, Read, Ruleset, Scalar, Test } from '../check/ruleset.js';
import { momentOf } from './moments.js';
import { decimalText, minorToMajor, percentText } from './numbers.js';
import type { Words } from './words.js';

/** What a ruleset is said with. */
export interface Voice {
  readonly words: Words;
  readonly ruleset: Ruleset;
}

/** A condition as a phrase that can be true or false. */
export function conditionText(condition: Condition, voice: Voice): string {
  const { expressions: words } = voice.words;
  switch (condition.op) {
    case 'and':
      return words.every(condition.parts.map((part) => partText(part, voice)));
    case 'or':
      return words.any(condition.parts.map((part) => partText(part, voice)));
    case 'not':
      return notText(condition.part, voice);
    default:
      return testText(condition, voice);
  }
}

/** What stands within another condition is bracketed where the words could be read in two ways. */
function partText(part: Condition, voice: Voice): string {
  const text = conditionText(part, voice);
  return part.op === 'and' || part.op === 'or' ? voice.words.values.bracketed(text) : text;
}

function notText(part: Condition, voice: Voice): string {
  const { expressions: words } = voice.words;
  if (part.op === 'flag' && part.value.op === 'read')
    return words.marked(part.value.of, part.value.name, false);
  return words.not(conditionText(part, voice));
}

function testText(test: Test, voice: Voice): string {
  const { expressions: words } = voice.words;
  switch (test.op) {
    case 'in':
      return words.oneOf(
        scalarText(test.value, voice),
        test.items.map((item) => scalarText(item, voice)),
      );
    case 'not-in':
      return words.noneOf(
        scalarText(test.value, voice),
        test.items.map((item) => scalarText(item, voice)),
        [test.value, ...test.items].some((each) => mayBeMissing(each, voice)),
      );
    case 'has':
      return words.has(scalarText(test.list, voice), scalarText(test.item, voice));
    case 'starts-with':
      return words.startsWith(scalarText(test.value, voice), scalarText(test.prefix, voice));
    case 'flag':
      return flagText(test.value, voice);
    default:
      return words.compared(test.op, scalarText(test.left, voice), scalarText(test.right, voice), {
        type: typeOf(test.left),
        isKnown: [test.left, test.right].some((each) => mayBeMissing(each, voice)),
      });
  }
}

function flagText(value: Scalar, voice: Voice): string {
  return value.op === 'read'
    ? voice.words.expressions.marked(value.of, value.name, true)
    : scalarText(value, voice);
}

function typeOf(scalar: Scalar): Read['type'] {
  return scalar.type;
}

/** Whether a value may be absent from a cart that is accepted: then the smallest comparison round it is false. */
function mayBeMissing(scalar: Scalar, voice: Voice): boolean {
  switch (scalar.op) {
    case 'constant':
      return false;
    case 'read':
      return scalar.type !== 'flag' && isOptional(scalar, voice);
    case 'measure':
      return scalar.attribute !== undefined && isOptionalOf('line', scalar.attribute, voice);
    default:
      return scalar.op === '/' || scalar.parts.some((part) => mayBeMissing(part, voice));
  }
}

function isOptional({ of, name }: Read, voice: Voice): boolean {
  if (of !== 'row') return isOptionalOf(of, name, voice);
  const columns = voice.ruleset.tables.flatMap((table) => table.columns);
  return columns.some((column) => column.name === name && column.optional);
}

function isOptionalOf(of: Exclude<Read['of'], 'row'>, name: string, { ruleset }: Voice): boolean {
  return ruleset.attributes[of].some((attribute) => attribute.name === name && attribute.optional);
}

/** A value as a noun. */
export function scalarText(scalar: Scalar, voice: Voice): string {
  const { expressions: words } = voice.words;
  switch (scalar.op) {
    case 'constant':
      return constantText(scalar, voice);
    case 'read':
      return words.attribute(scalar.of, scalar.name);
    case 'measure':
      return measureText(scalar, voice);
    case '+':
      return words.sum(scalar.parts.map((part) => operandText(part, voice)));
    case '-': {
      const [left, right] = operandsOf(scalar.parts, voice);
      return words.difference(left, right);
    }
    case '/': {
      const [left, right] = operandsOf(scalar.parts, voice);
      return words.quotient(left, right);
    }
    case '*':
      return productText(scalar.parts, voice);
    case 'min':
      return words.least(scalar.parts.map((part) => itemText(part, voice)));
    case 'max':
      return words.greatest(scalar.parts.map((part) => itemText(part, voice)));
  }
}

function operandsOf(parts: readonly Scalar[], voice: Voice): readonly [string, string] {
  const [left = '', right = ''] = parts.map((part) => operandText(part, voice));
  return [left, right];
}

/** An item of a list; a percentage of one value cannot be misread there. */
function itemText(scalar: Scalar, voice: Voice): string {
  const isPercentage = scalar.op === '*' && percentageIn(scalar.parts) !== undefined;
  return isPercentage ? scalarText(scalar, voice) : operandText(scalar, voice);
}

/** A part of a calculation; one that is a calculation itself is bracketed. */
export function operandText(scalar: Scalar, voice: Voice): string {
  const text = scalarText(scalar, voice);
  const isAtom =
    scalar.op === 'constant' || scalar.op === 'read' || scalar.op === 'measure' || isOfLine(scalar);
  return isAtom ? text : voice.words.values.bracketed(text);
}

/** A line's money is per unit, and counts times quantity where the whole line is meant. */
function isOfLine(scalar: Scalar): boolean {
  return scalar.op === '*' && attributeOfLine(scalar.parts) !== undefined;
}

function attributeOfLine([first, second, third]: readonly Scalar[]): Read | undefined {
  if (first?.op !== 'read' || first.of !== 'line' || second?.op !== 'measure' || third !== undefined)
    return undefined;
  return second.what === 'quantity' && second.over === 'line' && second.where === undefined
    ? first
    : undefined;
}

function productText(parts: readonly Scalar[], voice: Voice): string {
  const { expressions: words } = voice.words;
  const attribute = attributeOfLine(parts);
  if (attribute !== undefined) return words.timesQuantity(words.attribute('line', attribute.name));
  const found = percentageIn(parts);
  if (found !== undefined) return words.percentOf(found.percent, operandText(found.whole, voice));
  return words.product(parts.map((part) => operandText(part, voice)));
}

/** A product of a share and a value, which is said as a percentage of the value. */
function percentageIn([first, second, third]: readonly Scalar[]):
  | { readonly percent: string; readonly whole: Scalar }
  | undefined {
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const [share, whole] = first.op === 'constant' ? [first, second] : [second, first];
  const percent = share.op === 'constant' && share.type === 'number' ? percentText(share.value) : undefined;
  return percent === undefined || whole.op === 'constant' ? undefined : { percent, whole };
}

function measureText(measure: Measure, voice: Voice): string {
  const { expressions: words } = voice.words;
  const { what, over, after, attribute = '', type } = measure;
  const where = measure.where === undefined ? undefined : conditionText(measure.where, voice);
  const goods = words.goods(over, where);
  if (what === 'total') return words.total(words.attribute('line', attribute), goods, type);
  return words.measured(what, goods, {
    over,
    some: where !== undefined,
    after: after === undefined ? undefined : voice.words.values.name(after),
  });
}

function constantText(constant: Constant, voice: Voice): string {
  const { values } = voice.words;
  switch (constant.type) {
    case 'text':
      return values.quoted(constant.value);
    case 'number':
      return decimalText(constant.value);
    case 'money':
      return moneyText(constant.value, voice);
    case 'flag':
      return values.flag(constant.value);
    case 'time': {
      const zone = voice.ruleset.timezone;
      return values.moment(momentOf(constant.value, zone), values.zone(zone));
    }
  }
}

/** An amount in minor units, as a decimal. */
export function moneyText(minor: string, { words, ruleset }: Voice): string {
  const { code, digits } = ruleset.currency;
  return words.values.money(minorToMajor(minor, digits), code);
}

/** `2 units`; a number that is read from a table in words. */
export function unitsText(count: Scalar, voice: Voice): string {
  return voice.words.values.units(scalarText(count, voice), count.op !== 'constant');
}
