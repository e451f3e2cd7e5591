import { asMembers, isList } from '../../cart/data.js';
import type { Path } from './shape.js';

/** What a path is looked up in: the order, and the line or charge that is read, which is the order itself elsewhere. */
export interface Place {
  readonly order: unknown;
  readonly here: unknown;
}

/** Finds what a path leads to; nothing where it leads nowhere. */
export type Lookup = (place: Place) => unknown;

/** Leads to the order from within a line: `$.store`. */
const ROOT = '$.';

export function lookupOf(path: Path): Lookup {
  if (typeof path !== 'string') return ({ here }) => along(here, path);
  if (path.startsWith(ROOT)) {
    const find = finderOf(path.slice(ROOT.length));
    return ({ order }) => find(order);
  }
  const find = finderOf(path);
  return ({ here }) => find(here);
}

/** A name with points is looked for whole first, because columns of CSV have such names. */
function finderOf(text: string): (value: unknown) => unknown {
  const steps = text.split('.');
  if (steps.length === 1) return (value) => step(value, text);
  return (value) => step(value, text) ?? along(value, steps);
}

function along(value: unknown, steps: readonly string[]): unknown {
  let found = value;
  for (const name of steps) found = step(found, name);
  return found;
}

function step(value: unknown, name: string): unknown {
  if (isList(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  const members = asMembers(value);
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}

/** How a path reads in a message. */
export function pathText(path: Path): string {
  return typeof path === 'string' ? path : path.join('.');
}
