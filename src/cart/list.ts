import { fault } from './fault.js';
import { type ElementShape, type Holder, tooMany } from './holder.js';
import { name } from './values.js';

/** Reads one element; `undefined` where something is wrong with it. */
export type ElementReader<T> = (from: Holder, index: number, ids: Ids) => T | undefined;

/** Reads the objects of a list that have ids of their own, in their order; one that something is wrong with is left out. */
export function readElements<T>(
  root: Holder,
  member: string,
  shape: ElementShape,
  list: readonly unknown[],
  read: ElementReader<T>,
  most: number,
): readonly T[] {
  if (list.length > most) {
    root.fail(member, tooMany(list, most, `${shape.noun}s`));
    return [];
  }
  const ids = new Ids();
  const found: T[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index];
    const holder = root.element(member, value, index, shape);
    const element = holder === undefined ? undefined : read(holder, index, ids);
    if (element !== undefined) found.push(element);
    // Behind its first gap a list is not read on: it may have four billion.
    if (value === undefined) break;
  }
  return found;
}

/** The ids of a list so far. */
export class Ids {
  /** By index, empty where an element has none: these are compared one by one, later ones looked up. */
  readonly #few: string[] = ['', '', '', '', '', '', '', ''];
  #many: Map<string, number> | undefined;

  /** The index of the first element that has the id: the one given, unless an earlier one has it. */
  first(id: string, index: number): number {
    const few = this.#few;
    if (index >= few.length) return this.#firstOfMany(id, index);
    for (let earlier = 0; earlier < index; earlier += 1) if (few[earlier] === id) return earlier;
    few[index] = id;
    return index;
  }

  #firstOfMany(id: string, index: number): number {
    this.#many ??= new Map(this.#few.map((each, at) => [each, at]));
    const first = this.#many.get(id) ?? index;
    if (first === index) this.#many.set(id, index);
    return first;
  }
}

/** Reads an element's id, and notes where an earlier one has it. */
export function ownId(from: Holder, index: number, ids: Ids): string | undefined {
  const value = from.members['id'];
  const id = name.read(value) ?? from.refuse('id', value, name, 'give each its own');
  if (id === undefined) return undefined;
  const first = ids.first(id, index);
  if (first === index) return id;
  const expected = `an id other than that of \`${from.sibling(first)}\``;
  from.fail('id', fault('RC0013', id, expected, 'give each its own'));
  return id;
}
