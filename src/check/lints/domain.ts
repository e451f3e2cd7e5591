import { Decimal } from 'decimal.js';
import type { Attribute, Carrier, Condition, Constant, Ruleset, Scalar, Test } from '../ruleset.js';
import { isConstant } from '../expressions/value.js';

/** What one value may be: one of a few, none of a few, between two bounds. Values stand as text. */
export interface Range {
  readonly allowed?: ReadonlySet<string>;
  readonly excluded?: ReadonlySet<string>;
  readonly least?: Bound;
  readonly most?: Bound;
}

interface Bound {
  readonly at: Decimal;
  /** Whether the bound itself is within. */
  readonly within: boolean;
}

/**
 * What a condition asks of each value that it names, by the value's text. Only what is plain to see is in it: where a
 * condition says more, its domain is wider than what fulfils it, never narrower.
 */
export type Domain = ReadonlyMap<string, Range>;

export type Attributes = Ruleset['attributes'];

const EVERYTHING: Domain = new Map();

export function domainOf(condition: Condition | undefined, attributes: Attributes): Domain {
  if (condition === undefined) return EVERYTHING;
  switch (condition.op) {
    case 'and':
      return condition.parts.map((part) => domainOf(part, attributes)).reduce(both, EVERYTHING);
    case 'or':
      return either(condition.parts.map((part) => domainOf(part, attributes)));
    case 'not':
      return denied(condition.part, attributes);
    default:
      return testDomain(condition, attributes);
  }
}

/** What fulfils two domains at once. */
export function both(a: Domain, b: Domain): Domain {
  if (a.size === 0) return b;
  const joined = new Map(a);
  for (const [name, range] of b) {
    const other = joined.get(name);
    joined.set(name, other === undefined ? range : common(other, range));
  }
  return joined;
}

/** Whether nothing fulfils a domain. */
export function isEmpty(domain: Domain): boolean {
  for (const range of domain.values()) if (isNothing(range)) return true;
  return false;
}

/** Whether nothing fulfils both of two domains. */
export function apart(a: Domain, b: Domain): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const [name, range] of few) {
    const other = many.get(name);
    if (other !== undefined && isNothing(common(other, range))) return true;
  }
  return false;
}

function common(a: Range, b: Range): Range {
  const allowed = a.allowed && b.allowed ? intersection(a.allowed, b.allowed) : (a.allowed ?? b.allowed);
  const excluded =
    a.excluded && b.excluded ? new Set([...a.excluded, ...b.excluded]) : (a.excluded ?? b.excluded);
  const least = tighter(a.least, b.least, 1);
  const most = tighter(a.most, b.most, -1);
  return {
    ...(allowed && { allowed }),
    ...(excluded && { excluded }),
    ...(least && { least }),
    ...(most && { most }),
  };
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return new Set([...few].filter((value) => many.has(value)));
}

/** Of two bounds the one that leaves less: the greater of lower ones (`sign` 1), the lesser of upper ones (-1). */
function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = a.at.cmp(b.at) * sign;
  if (order === 0) return a.within ? b : a;
  return order > 0 ? a : b;
}

function isNothing({ allowed, excluded, least, most }: Range): boolean {
  if (allowed !== undefined && [...allowed].every((value) => excluded?.has(value) === true)) return true;
  if (least === undefined || most === undefined) return false;
  const order = least.at.cmp(most.at);
  return order > 0 || (order === 0 && !(least.within && most.within));
}

/** What all of several domains leave open is open: a value counts only where each of them names a few for it. */
function either(domains: readonly Domain[]): Domain {
  const [first, ...rest] = domains.filter((domain) => !isEmpty(domain));
  if (first === undefined) return domains[0] ?? EVERYTHING;
  const joined = new Map<string, Range>();
  for (const [name, { allowed }] of first) {
    const others = rest.map((domain) => domain.get(name)?.allowed);
    if (allowed === undefined || others.includes(undefined)) continue;
    joined.set(name, { allowed: new Set([allowed, ...others].flatMap((values) => [...(values ?? [])])) });
  }
  return joined;
}

const YES: ReadonlySet<string> = new Set(['true']);
const NO: ReadonlySet<string> = new Set(['false']);

function testDomain(test: Test, attributes: Attributes): Domain {
  switch (test.op) {
    case 'flag':
      return named(test.value, { allowed: YES }) ?? verdict(test, YES);
    case 'in':
    case 'not-in': {
      const values = test.items.every(isConstant) ? new Set(test.items.map(textOf)) : undefined;
      if (values === undefined) return verdict(test, YES);
      return oneOf(test.value, values, test.op === 'in', attributes) ?? verdict(test, YES);
    }
    case 'has':
    case 'starts-with':
      return verdict(test, YES);
    default:
      return comparison(test, attributes);
  }
}

/** `not` of a test: a value that is missing fulfils it, and so does any that the test does not allow. */
function denied(part: Condition, attributes: Attributes): Domain {
  if (part.op === 'flag') return named(part.value, { allowed: NO }) ?? verdict(part, NO);
  if (part.op === '=' && isConstant(part.right)) {
    return oneOf(part.left, new Set([textOf(part.right)]), false, attributes) ?? verdict(part, NO);
  }
  return 'text' in part && part.op !== 'not' ? verdict(part, NO) : EVERYTHING;
}

/** What is known of a test as a whole: it and its opposite cannot both hold of one line. */
function verdict({ text }: { readonly text: string }, is: ReadonlySet<string>): Domain {
  return new Map([[`(${text})`, { allowed: is }]]);
}

type Comparison = Extract<Test, { left: Scalar }>;

function comparison(test: Comparison, attributes: Attributes): Domain {
  const { left, op, right } = test;
  if (!isConstant(right)) return isConstant(left) ? comparison(turned(test), attributes) : verdict(test, YES);
  const isNumeric = right.type === 'number' || right.type === 'money';
  if (op === '=' || op === '!=') {
    const found = oneOf(left, new Set([textOf(right)]), op === '=', attributes);
    if (found !== undefined) return found;
  }
  if (!isNumeric || op === '!=') return verdict(test, YES);
  return named(left, bounds(op, new Decimal(right.value))) ?? verdict(test, YES);
}

const TURNED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function turned({ left, op, right, text }: Comparison): Comparison {
  return { op: TURNED[op], left: right, right: left, text };
}

function bounds(op: Exclude<Comparison['op'], '!='>, at: Decimal): Range {
  const bound = { at, within: op !== '<' && op !== '>' };
  if (op === '=') return { least: bound, most: bound };
  return op === '<' || op === '<=' ? { most: bound } : { least: bound };
}

/** Texts and flags are one of a few or none of a few; of a `one of` the rest of its members is left. */
function oneOf(
  value: Scalar,
  values: ReadonlySet<string>,
  isIn: boolean,
  attributes: Attributes,
): Domain | undefined {
  if (value.op !== 'read' || (value.type !== 'text' && value.type !== 'flag')) return undefined;
  if (isIn) return named(value, { allowed: values });
  const members = value.of === 'row' ? undefined : membersOf(attributes[value.of], value.name);
  if (members === undefined) return named(value, { excluded: values });
  return named(value, { allowed: new Set(members.filter((member) => !values.has(member))) });
}

/** The members of a required `one of`; one that may be missing is none of them. */
function membersOf(declared: readonly Attribute[], name: string): readonly string[] | undefined {
  const attribute = declared.find((each) => each.name === name);
  return attribute?.optional === false ? attribute.members : undefined;
}

/** The range of an attribute or of a measured amount; a table's cell is another value in each row. */
function named(scalar: Scalar, range: Range): Domain | undefined {
  if (scalar.op === 'measure') return new Map([[scalar.text, range]]);
  if (scalar.op !== 'read' || scalar.of === 'row') return undefined;
  return new Map([[nameOf(scalar.of, scalar.name), range]]);
}

/** The name by which a domain knows an attribute. */
function nameOf(of: Carrier, name: string): string {
  return `${of}.${name}`;
}

function textOf(constant: Constant): string {
  return String(constant.value);
}
