import { expect } from 'vitest';

type Members = Record<string, unknown>;

/** A copy of a JSON value in which some places hold something else; `undefined` takes a member out. */
export function edited(json: unknown, places: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(json) as Members;
  for (const [path, value] of Object.entries(places)) put(copy, path.split(/[.[\]]+/).filter(Boolean), value);
  return copy;
}

function put(json: Members, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) return put(json[name] as Members, rest, value);
  expect(json[name], `\`${name}\` is that already`).not.toEqual(value);
  if (value === undefined) delete json[name];
  else json[name] = value;
}
