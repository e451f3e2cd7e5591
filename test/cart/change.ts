type Path = readonly (string | number)[];

/** A change of one place of a cart: another value, or none. */
export type Change = { readonly value: unknown } | 'remove';

/** A copy with one of its members or elements changed: which, the number says. */
export function changeOne(value: unknown, place: number, change: Change): unknown {
  const paths = pathsOf(value);
  return changeAt(value, paths[place % paths.length] ?? [], change);
}

/** A copy with the members of every object in another order. */
export function shuffled(value: unknown, order: Iterator<number>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => shuffled(element, order));
  const keyed = Object.entries(value).map((entry) => ({ entry, key: Number(order.next().value) }));
  const entries = keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry);
  return Object.fromEntries(entries.map(([name, member]) => [name, shuffled(member, order)]));
}

/** A copy with every object made anew. */
export function withObjects(value: unknown, make: (members: object) => object): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => withObjects(element, make));
  const entries = Object.entries(value).map(([name, member]) => [name, withObjects(member, make)] as const);
  return make(Object.fromEntries(entries));
}

/** An object of a class whose instances all seem to have an id, a price and an amount. */
export function ofClass(members: object): object {
  return Object.defineProperties(new Inherited(), Object.getOwnPropertyDescriptors(members));
}

class Inherited {
  get id(): string {
    return 'inherited';
  }
  get price(): string {
    return '1';
  }
  get amount(): string {
    return '1';
  }
}

export function behindProxy(members: object): object {
  return new Proxy(members, {});
}

/** The ways to every member and element. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const within = Object.entries(value).flatMap(([name, member]) =>
    pathsOf(member).map((path) => [name, ...path]),
  );
  return [[], ...within];
}

function changeAt(value: unknown, [name, ...rest]: Path, change: Change): unknown {
  if (name === undefined) return change === 'remove' ? null : change.value;
  const entries = Object.entries(value as object).flatMap(([each, member]): [string, unknown][] => {
    if (each !== name) return [[each, member]];
    return rest.length === 0 && change === 'remove' ? [] : [[each, changeAt(member, rest, change)]];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
