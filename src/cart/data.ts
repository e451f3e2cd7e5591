/** What reading a member gives where its getter throws: of no type that any member has. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

/** An object that holds members, as JSON has them. */
export type Members = Readonly<Record<string, unknown>>;

/** No members, and none inherited. */
export const NOTHING: Members = Object.freeze(Object.create(null) as Members);

/** What is read of an object. */
export interface Shape {
  readonly names: readonly string[];
  /** Whether all its other members are read as well. */
  readonly others?: boolean;
}

/**
 * An object to read the members of: plain data as it stands, so that reading is fast; any other, and with `carefully` plain
 * data too, as a copy. Nothing for lists, dates, maps and whatever else is no JSON object.
 */
export function openMembers(value: unknown, shape: Shape, carefully: boolean): Members | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!carefully && isPlain(value)) return value as Members;
  const members = asMembers(value);
  return members && copyOf(members, shape);
}

/** The value as an object with members; nothing for lists, dates, maps and whatever else is no JSON object. */
export function asMembers(value: unknown): Members | undefined {
  return isObject(value) && tagOf(value) === '[object Object]' ? (value as Members) : undefined;
}

/** Whether a name stands on the prototype of every object, so that a plain object seems to have it. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

const EMPTY: object = {};

/** Whether someone put members of their own on the prototype of every object. */
export function isPolluted(): boolean {
  // Nothing but an inherited member can be found in an object without members.
  for (const _ in EMPTY) return true;
  return false;
}

/** The names of an object's own members. */
export function namesOf(members: Members): readonly string[] {
  try {
    return Object.keys(members);
  } catch {
    return [];
  }
}

/** The elements of a list up to its first hole, which comes as a last `undefined`: so four billion holes are read at once. */
function copyOfList(list: readonly unknown[]): readonly unknown[] {
  const elements: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const element = elementAt(list, index);
    elements.push(element);
    if (element === undefined) break;
  }
  return elements;
}

/** Whether the value is a list; a proxy that was revoked is none. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether the object is as `JSON.parse` makes it: what it does not inherit from the prototype of every object is its own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !(Symbol.toStringTag in value);
}

/** A copy whose members are the object's own, so that `toString` or `__proto__` never comes from a prototype; no getter throws. */
function copyOf(members: Members, { names, others = false }: Shape): Members {
  const copy = Object.create(null) as Record<string, unknown>;
  const present = namesOf(members);
  for (const name of present) copy[name] = undefined;
  for (const name of others ? new Set([...names, ...present]) : names) {
    const value = memberOf(members, name);
    if (value === undefined) continue;
    Object.defineProperty(copy, name, { value: settled(value), enumerable: name in copy });
  }
  return copy;
}

/** A list as a copy of its own; anything else as it is. */
function settled(value: unknown): unknown {
  if (!isList(value)) return value;
  try {
    return copyOfList(value);
  } catch {
    return UNREADABLE;
  }
}

/** An object's own member. */
function memberOf(members: Members, name: string): unknown {
  try {
    return Object.hasOwn(members, name) ? members[name] : undefined;
  } catch {
    return UNREADABLE;
  }
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
