/** What reading a member gives where its getter throws: of no type that any member has. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

/** An object that holds members, as JSON has them. */
export type Members = Readonly<Record<string, unknown>>;

/** An object's own member; nothing where it has none, so that `toString` or `__proto__` never comes from its prototype. */
export function memberOf(members: Members, name: string): unknown {
  try {
    return Object.hasOwn(members, name) ? members[name] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/** The names of an object's own members. */
export function namesOf(members: Members): readonly string[] {
  try {
    return Object.keys(members);
  } catch {
    return [];
  }
}

/** The value as an object with members; nothing for lists, dates, maps and whatever else is no JSON object. */
export function asMembers(value: unknown): Members | undefined {
  return isObject(value) && tagOf(value) === '[object Object]' ? (value as Members) : undefined;
}

/**
 * The elements of a list up to its first hole, which comes as a last `undefined`: so a list of four billion holes is read at
 * once. Nothing where the value is no list.
 */
export function asElements(value: unknown): readonly unknown[] | undefined {
  try {
    return isList(value) ? elementsOf(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the value is a list; a proxy that was revoked is none. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function elementsOf(list: readonly unknown[]): readonly unknown[] {
  const elements: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const element = elementAt(list, index);
    elements.push(element);
    if (element === undefined) break;
  }
  return elements;
}

function elementAt(list: readonly unknown[], index: number): unknown {
  try {
    return list[index];
  } catch {
    return UNREADABLE;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function tagOf(value: object): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return '';
  }
}
