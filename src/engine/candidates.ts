import type { Cart, CartLine } from '../cart/types.js';
import type { PlanPromotion, PlanRules } from '../plan/types.js';
import { compare, decimal, type Exact } from './exact.js';
import { lineReader } from './expressions.js';
import { opens } from './gate.js';
import { type IndexRange, keysOf, rangeOf } from './index-keys.js';
import type { Names } from './names.js';
import { OpenWindows } from './open-windows.js';
import { Rule } from './rule.js';

/** Fewer promotions than this are sooner tried than looked up. */
const FEW = 8;

/**
 * From a cart to the promotions that can touch it: by the codes entered, by texts of its lines, and by bounds on their numbers.
 * A promotion that no line, code or condition points at costs nothing, not even being compiled.
 */
export class CandidateIndex {
  readonly #promotions: readonly PlanPromotion[];
  readonly #names: Names;
  readonly #compiled: (Rule | undefined)[];
  readonly #byCode: ReadonlyMap<string, readonly number[]>;
  readonly #likes: readonly PlanPromotion[];
  readonly #texts: readonly TextIndex[];
  readonly #ranges: readonly RangeIndex[];
  readonly #looksAtLines: boolean;
  /** Those that nothing points at, in order of evaluation. */
  readonly #others: OpenWindows;
  #places: ReadonlyMap<string, number> | undefined;
  /** Whether any promotion pays somebody a commission. */
  readonly paysCommission: boolean;

  constructor({ promotions }: PlanRules, names: Names) {
    this.#promotions = promotions;
    this.#names = names;
    this.#compiled = new Array<Rule | undefined>(promotions.length);
    this.paysCommission = promotions.some(({ commission }) => commission !== undefined);
    const sorted = sortOut(promotions);
    this.#byCode = sorted.codes;
    this.#likes = promotions.filter(({ codes }) => codes?.some(({ kind }) => kind === 'like'));
    const others = [...sorted.others];
    this.#texts = [...sorted.texts].flatMap(([attribute, found]) => {
      if (found.count < FEW) others.push(...found.ordinals());
      return found.count < FEW ? [] : [new TextIndex(attribute, found.values, names)];
    });
    this.#ranges = [...sorted.ranges].flatMap(([attribute, found]) => {
      if (found.length < FEW) others.push(...found.map(({ ordinal }) => ordinal));
      return found.length < FEW ? [] : [new RangeIndex(attribute, found, names)];
    });
    this.#looksAtLines = this.#texts.length + this.#ranges.length > 0;
    const all = [...new Set(others)].sort((a, b) => a - b);
    this.#others = new OpenWindows(promotions, all, (ordinal) => this.#rule(ordinal));
  }

  /** In order of evaluation; `explain` names more that must be among them. */
  candidates(cart: Cart, explain: readonly string[] | undefined): readonly Rule[] {
    const others = this.#others.at(cart.instant);
    if (explain === undefined && cart.codes.length === 0 && !this.#looksAtLines) return others;
    const found: number[] = [];
    for (const index of this.#texts) index.find(cart.lines, found);
    for (const index of this.#ranges) index.find(cart.lines, found);
    for (const code of cart.codes) for (const ordinal of this.#byCode.get(code) ?? NONE) found.push(ordinal);
    for (const id of explain ?? NO_IDS) found.push(this.#placeOf(id));
    return found.length === 0 ? others : this.#merge(found, others);
  }

  #merge(found: number[], others: readonly Rule[]): readonly Rule[] {
    sortFew(found);
    const rules: Rule[] = [];
    let place = 0;
    let last = -1;
    for (const ordinal of found) {
      if (ordinal === last || ordinal < 0) continue;
      last = ordinal;
      while (place < others.length && (others[place] as Rule).ordinal < ordinal)
        rules.push(others[place++] as Rule);
      if (others[place]?.ordinal !== ordinal) rules.push(this.#rule(ordinal));
    }
    while (place < others.length) rules.push(others[place++] as Rule);
    return rules;
  }

  #rule(ordinal: number): Rule {
    const known = this.#compiled[ordinal];
    if (known) return known;
    const rule = new Rule(this.#promotions[ordinal] as PlanPromotion, ordinal, this.#names);
    this.#compiled[ordinal] = rule;
    return rule;
  }

  #placeOf(id: string): number {
    this.#places ??= new Map(this.#promotions.map((promotion, ordinal) => [promotion.id, ordinal]));
    return this.#places.get(id) ?? -1;
  }

  /** Entered codes that open no coupon. */
  unknownCodes(codes: readonly string[]): readonly string[] {
    return codes.filter(
      (code) => !this.#byCode.has(code) && !this.#likes.some((coupon) => opens(coupon.codes ?? [], code)),
    );
  }
}

const NONE: readonly number[] = Object.freeze([]);
const NO_IDS: readonly string[] = Object.freeze([]);

/** Insertion, because few are found and they are nearly in order. */
function sortFew(ordinals: number[]): void {
  if (ordinals.length > 32) {
    ordinals.sort((a, b) => a - b);
    return;
  }
  for (let end = 1; end < ordinals.length; end += 1) {
    const ordinal = ordinals[end] as number;
    let place = end;
    for (; place > 0 && (ordinals[place - 1] as number) > ordinal; place -= 1)
      ordinals[place] = ordinals[place - 1] as number;
    ordinals[place] = ordinal;
  }
}

// Sorting promotions by what points at them -----------------------------------------------------------------------

/** The promotions of one attribute, by value. */
class ByValue {
  readonly values: Map<string, number[]> = new Map();
  count = 0;

  add(value: string, ordinal: number): void {
    const ordinals = this.values.get(value);
    if (ordinals) ordinals.push(ordinal);
    else this.values.set(value, [ordinal]);
  }

  ordinals(): readonly number[] {
    return [...this.values.values()].flat();
  }
}

interface Bounded {
  readonly ordinal: number;
  readonly range: IndexRange;
}

interface Sorted {
  readonly codes: Map<string, number[]>;
  readonly texts: Map<string, ByValue>;
  readonly ranges: Map<string, Bounded[]>;
  readonly others: number[];
}

function sortOut(promotions: readonly PlanPromotion[]): Sorted {
  const sorted: Sorted = { codes: new Map(), texts: new Map(), ranges: new Map(), others: [] };
  for (const [ordinal, promotion] of promotions.entries()) sortIn(promotion, ordinal, sorted);
  return sorted;
}

function sortIn({ codes, lines, each }: PlanPromotion, ordinal: number, sorted: Sorted): void {
  if (codes) {
    for (const code of codes) if (code.kind === 'exact') push(sorted.codes, code.code, ordinal);
    if (codes.some(({ kind }) => kind === 'like')) sorted.others.push(ordinal);
    return;
  }
  // The rows of a table find their own lines.
  const isTable = each !== undefined && 'table' in each;
  const keys = lines && !isTable ? keysOf(lines) : undefined;
  if (keys) {
    const attributes = new Set(keys.map(({ attribute }) => attribute));
    for (const attribute of attributes) textsOf(attribute, sorted).count += 1;
    for (const { attribute, value } of keys) textsOf(attribute, sorted).add(value, ordinal);
    return;
  }
  const range = lines && !isTable ? rangeOf(lines) : undefined;
  if (range) push(sorted.ranges, range.attribute, { ordinal, range });
  else sorted.others.push(ordinal);
}

function textsOf(attribute: string, { texts }: Sorted): ByValue {
  const known = texts.get(attribute) ?? new ByValue();
  texts.set(attribute, known);
  return known;
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

// Looking up ------------------------------------------------------------------------------------------------------

/** From a text of the lines to promotions. */
class TextIndex {
  /** Most texts have one promotion: a number by itself is one place less to look up in memory that no cache holds. */
  readonly #values: ReadonlyMap<unknown, number | readonly number[]>;
  readonly #read: (line: CartLine) => unknown;

  constructor(attribute: string, values: ReadonlyMap<string, readonly number[]>, names: Names) {
    this.#values = new Map([...values].map(([text, ordinals]) => [text, onlyOf(ordinals)]));
    this.#read = lineReader(attribute, names.slots.line.get(attribute) ?? -1);
  }

  find(lines: readonly CartLine[], found: number[]): void {
    let before: unknown;
    for (let index = 0; index < lines.length; index += 1) {
      const value = this.#read(lines[index] as CartLine);
      if (value === before) continue;
      before = value;
      const ordinals = this.#values.get(value);
      if (typeof ordinals === 'number') found.push(ordinals);
      else if (ordinals)
        for (let place = 0; place < ordinals.length; place += 1) found.push(ordinals[place] as number);
    }
  }
}

function onlyOf(ordinals: readonly number[]): number | readonly number[] {
  const [only] = ordinals;
  return only !== undefined && ordinals.length === 1 ? only : ordinals;
}

interface Bound {
  readonly value: Exact;
  readonly ordinal: number;
}

/** From the greatest and the least number of the lines to promotions that ask for at least, or at most, so much. */
class RangeIndex {
  readonly #least: readonly Bound[];
  readonly #most: readonly Bound[];
  readonly #read: (line: CartLine) => unknown;

  constructor(attribute: string, bounded: readonly Bounded[], names: Names) {
    const bounds = (kind: IndexRange['kind']): readonly Bound[] =>
      bounded
        .filter(({ range }) => range.kind === kind)
        .map(({ range, ordinal }) => ({ value: decimal(range.bound), ordinal }))
        .sort((a, b) => (kind === 'least' ? compare(a.value, b.value) : compare(b.value, a.value)));
    this.#least = bounds('least');
    this.#most = bounds('most');
    this.#read = lineReader(attribute, names.slots.line.get(attribute) ?? -1);
  }

  find(lines: readonly CartLine[], found: number[]): void {
    let least: Exact | undefined;
    let most: Exact | undefined;
    for (const line of lines) {
      const read = this.#read(line);
      const value = typeof read === 'string' ? decimal(read) : (read as Exact | undefined);
      if (value === undefined) continue;
      if (least === undefined || compare(value, least) < 0) least = value;
      if (most === undefined || compare(value, most) > 0) most = value;
    }
    if (least === undefined || most === undefined) return;
    for (const bound of this.#least) {
      if (compare(bound.value, most) > 0) break;
      found.push(bound.ordinal);
    }
    for (const bound of this.#most) {
      if (compare(bound.value, least) < 0) break;
      found.push(bound.ordinal);
    }
  }
}
