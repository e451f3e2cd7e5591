import type { CartLine } from '../cart/types.js';
import type { Condition, Scalar, Test } from '../plan/types.js';
import type { Names } from './names.js';

/** A condition that looks at nothing but the line. */
export type OfLine = (line: CartLine) => boolean;

/** Compiles a condition on texts and flags of a line to a closure over the line alone; nothing where it reads anything else. */
export function lineTestOf(condition: Condition, names: Names): OfLine | undefined {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => lineTestOf(part, names));
      return parts.every((part) => part !== undefined) ? joined(condition.op, parts) : undefined;
    }
    case 'not': {
      const part = lineTestOf(condition.part, names);
      return part && ((line) => !part(line));
    }
    case 'flag': {
      const slot = slotOf(condition.value, names);
      return slot === undefined ? undefined : ({ values }) => values[slot] === true;
    }
    default:
      return textTestOf(condition, names);
  }
}

function joined(op: 'and' | 'or', parts: readonly OfLine[]): OfLine {
  const [first = never, second = never, ...others] = parts;
  if (others.length === 0 && parts.length === 2)
    return op === 'and' ? (line) => first(line) && second(line) : (line) => first(line) || second(line);
  return op === 'and'
    ? (line) => parts.every((part) => part(line))
    : (line) => parts.some((part) => part(line));
}

const never: OfLine = () => false;

function textTestOf(test: Test, names: Names): OfLine | undefined {
  switch (test.op) {
    case '=':
    case '!=':
      return textsOf(test.op === '=', test.left, [test.right], names);
    case 'in':
    case 'not-in':
      return textsOf(test.op === 'in', test.value, test.items, names);
    default:
      return undefined;
  }
}

/** Whether a text is one of some constants; a missing one is neither among them nor not. */
function textsOf(wanted: boolean, value: Scalar, items: readonly Scalar[], names: Names): OfLine | undefined {
  const texts = items.flatMap((item) => (item.op === 'constant' && item.type === 'text' ? [item.value] : []));
  if (value.op !== 'read' || value.of !== 'line' || value.type !== 'text' || texts.length < items.length)
    return undefined;
  if (value.name === 'sku') return skuTest(wanted, texts);
  const slot = slotOf(value, names);
  if (slot === undefined) return undefined;
  return wanted ? isAmong(slot, texts) : isOther(slot, new Set(texts));
}

function skuTest(wanted: boolean, texts: readonly string[]): OfLine {
  const [only] = texts;
  if (texts.length === 1 && wanted) return ({ sku }) => sku === only;
  const many = new Set(texts);
  return ({ sku }) => many.has(sku) === wanted;
}

function isOther(slot: number, texts: ReadonlySet<string>): OfLine {
  return ({ values }) => {
    const text = values[slot] as string | undefined;
    return text !== undefined && !texts.has(text);
  };
}

/** A few texts are compared one by one, in one function without a loop; many are looked up. */
function isAmong(slot: number, texts: readonly string[]): OfLine {
  const [a, b, c, d, e] = texts;
  switch (texts.length) {
    case 1:
      return ({ values }) => values[slot] === a;
    case 2:
      return ({ values }) => {
        const text = values[slot];
        return text === a || text === b;
      };
    case 3:
    case 4:
    case 5:
      // Where there are fewer than five the rest is undefined, as a missing text is: that one is tested apart.
      return ({ values }) => {
        const text = values[slot];
        return (text === a || text === b || text === c || text === d || text === e) && text !== undefined;
      };
    default: {
      const many = new Set<unknown>(texts);
      return ({ values }) => many.has(values[slot]);
    }
  }
}

function slotOf(value: Scalar, names: Names): number | undefined {
  return value.op === 'read' && value.of === 'line' ? names.slots.line.get(value.name) : undefined;
}
