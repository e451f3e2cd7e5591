import { fault } from './fault.js';
import type { Holder } from './holder.js';
import { name } from './values.js';

/** The ids of a list so far, each with its element. */
export type Ids = Map<string, Holder>;

/** Reads the objects of a list that have ids of their own, in their order; one that something is wrong with is left out. */
export function readElements<T>(
  root: Holder,
  member: string,
  noun: string,
  elements: readonly unknown[],
  read: (from: Holder, ids: Ids) => T | undefined,
): readonly T[] {
  const ids: Ids = new Map();
  const found: T[] = [];
  elements.forEach((value, index) => {
    const holder = root.element(member, value, index, noun);
    const element = holder === undefined ? undefined : read(holder, ids);
    if (element !== undefined) found.push(element);
  });
  return found;
}

/** Reads an element's id, and notes where an earlier one has it. */
export function ownId(from: Holder, ids: Ids): string | undefined {
  const id = from.required('id', name, 'give each its own');
  if (id === undefined) return undefined;
  const earlier = ids.get(id);
  if (earlier === undefined) ids.set(id, from);
  else {
    const expected = `an id other than that of \`${earlier.pathTo('')}\``;
    from.fail('id', fault('RC0013', id, expected, 'give each its own'));
  }
  return id;
}
