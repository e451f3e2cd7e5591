/** The shapes that JSON has, and where a value departs from its own. */

/**
 * Tells where a value departs from its shape: the path to the first place within it (`.tiers[0].amount`, or nothing more for the
 * value itself); `undefined` where it does not.
 */
export type Shape<Known = unknown> = (value: unknown, known: Known) => string | undefined;

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether objects and lists stand deeper within one another than `most`; asked without going deep itself. */
export function isDeeper(value: unknown, most: number): boolean {
  let level = objectsIn([value]);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > most) return true;
    const inner: object[] = [];
    for (const one of level) for (const found of objectsIn(Object.values(one))) inner.push(found);
    level = inner;
  }
  return false;
}

function objectsIn(values: readonly unknown[]): readonly object[] {
  return values.filter((one) => typeof one === 'object' && one !== null);
}

export function is(test: (value: unknown) => boolean): Shape {
  return (value) => (test(value) ? undefined : '');
}

export const text: Shape = is((value) => typeof value === 'string');
export const flag: Shape = is((value) => typeof value === 'boolean');
export const decimal: Shape = is((value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

export function whole(least: number = -Infinity, most: number = Infinity): Shape {
  return is((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most);
}

export function word(words: string): Shape {
  const known = new Set<unknown>(words.split(' '));
  return is((value) => known.has(value));
}

export function list<Known>(of: Shape<Known>, least = 0, most: number = Infinity): Shape<Known> {
  return (value, known) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return '';
    for (let index = 0; index < value.length; index += 1) {
      const where = of(value[index], known);
      if (where !== undefined) return `[${index}]${where}`;
    }
    return undefined;
  };
}

/** An object with these members and no others; a name that ends with `?` may be left out. */
export function members<Known>(shapes: Readonly<Record<string, Shape<Known>>>): Shape<Known> {
  const all = new Map(Object.entries(shapes).map(([name, shape]) => [name.replace('?', ''), shape]));
  const needed = Object.keys(shapes).filter((name) => !name.endsWith('?'));
  return (value, known) => {
    if (!isMembers(value)) return '';
    const missing = needed.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `.${missing}`;
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined && !Object.hasOwn(shapes, name)) continue;
      const shape = all.get(name);
      const where = shape ? shape(member, known) : '';
      if (where !== undefined) return `.${name}${where}`;
    }
    return undefined;
  };
}

/** Objects of several kinds, told apart by the text in one member: a key of `kinds` may name several, parted by spaces. */
export function oneOf<Known>(
  member: string,
  kinds: Readonly<Record<string, Readonly<Record<string, Shape<Known>>>>>,
): Shape<Known> {
  const all = new Map<unknown, Shape<Known>>(
    Object.entries(kinds).flatMap(([names, shapes]) => {
      const shape = members({ [member]: text, ...shapes });
      return names.split(' ').map((name) => [name, shape] as const);
    }),
  );
  return (value, known) => {
    const shape = isMembers(value) ? all.get(value[member]) : undefined;
    return shape ? shape(value, known) : `.${member}`;
  };
}
