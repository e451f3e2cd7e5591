import { isPart } from './mapper.js';
import { pathText } from './path.js';
import type { Field, Mapping, Part, Path } from './shape.js';

/** The columns of CSV that a mapping names. */
export function columnsOf(mapping: Mapping): readonly string[] {
  return distinct([...orderPaths(mapping), ...partPaths(mapping.lines)]);
}

/** Those that say something of the order, not of a line, so that they are the same in all its rows. */
export function orderColumnsOf(mapping: Partial<Mapping>): readonly string[] {
  return distinct([...orderPaths(mapping), ...partPaths(mapping.lines).filter(isOfOrder)]);
}

const ROOT = '$.';

function isOfOrder(path: Path): boolean {
  return typeof path === 'string' && path.startsWith(ROOT);
}

function orderPaths({
  id,
  currency,
  at,
  codes,
  shipping,
  customer,
  order,
}: Partial<Mapping>): readonly Path[] {
  const single = shipping === undefined || isPart(shipping) ? undefined : shipping;
  return [
    ...(id === undefined ? [] : [id]),
    ...[currency, at, codes, single].flatMap((field) => (field === undefined ? [] : fieldPaths(field))),
    ...partPaths(customer),
    ...partPaths(order),
  ];
}

function partPaths(part: Part | undefined): readonly Path[] {
  return Object.values(part?.fields ?? {}).flatMap(fieldPaths);
}

function fieldPaths({ from, times }: Field): readonly Path[] {
  return [from, times].filter((path) => path !== undefined);
}

function distinct(paths: readonly Path[]): readonly string[] {
  return [...new Set(paths.map((path) => pathText(path).replace(/^\$\./, '')))].filter((path) => path !== '');
}
