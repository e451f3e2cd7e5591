import type { Money } from '../breakdown/types.js';
import type { Failure } from './failure.js';

/** An amount of money and where it stands. */
export interface AmountAt {
  readonly path: string;
  readonly amount: Money;
  /** Whether it may be below zero. */
  readonly signed: boolean;
}

/** What reading a value's shape yields: what is wrong with it, and every amount of money met on the way. */
export interface Reading {
  readonly failures: Failure[];
  readonly amounts: AmountAt[];
}

/** Reads one value; what is not as it should be goes into the reading. */
export type Check = (value: unknown, path: string, into: Reading) => void;

export interface Optional {
  readonly optional: Check;
}

/** One entry for each member of `T`, so that a member added to the types does not go unread. */
export type Members<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional : Check;
};

export function optional(check: Check): Optional {
  return { optional: check };
}

/** A value for which `fits` holds. */
export function expecting(expected: string, fits: (value: unknown) => boolean): Check {
  return (value, path, into) => {
    if (!fits(value)) into.failures.push({ path, expected, found: describe(value) });
  };
}

export function matching(expected: string, pattern: RegExp): Check {
  return expecting(expected, (value) => typeof value === 'string' && pattern.test(value));
}

export function literal(...values: readonly (string | number | boolean)[]): Check {
  return expecting(values.map((value) => JSON.stringify(value)).join(' or '), (value) =>
    values.some((one) => one === value),
  );
}

export function listOf(item: Check): Check {
  return (value, path, into) => {
    if (!Array.isArray(value))
      return void into.failures.push({ path, expected: 'a list', found: describe(value) });
    for (const [index, one] of value.entries()) item(one, `${path}[${index}]`, into);
  };
}

/** An object whose members bear any names. */
export function recordOf(item: Check): Check {
  return (value, path, into) => {
    if (!isRecord(value))
      return void into.failures.push({ path, expected: 'an object', found: describe(value) });
    for (const [name, one] of Object.entries(value)) item(one, memberPath(path, name), into);
  };
}

/** An object with these members and no others; an absent one is left out, never null. */
export function object<T>(members: Members<T>): Check {
  const known = new Map<string, Check | Optional>(Object.entries(members));
  return (value, path, into) => {
    if (!isRecord(value))
      return void into.failures.push({ path, expected: 'an object', found: describe(value) });
    for (const [name, check] of known) {
      if (Object.hasOwn(value, name)) read(check)(value[name], memberPath(path, name), into);
      else if (typeof check === 'function') {
        into.failures.push({ path: memberPath(path, name), expected: 'a value', found: 'nothing' });
      }
    }
    for (const name of Object.keys(value)) {
      if (!known.has(name)) {
        into.failures.push({
          path: memberPath(path, name),
          expected: 'no such member',
          found: describe(value[name]),
        });
      }
    }
  };
}

function read(check: Check | Optional): Check {
  return typeof check === 'function' ? check : check.optional;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function memberPath(path: string, name: string): string {
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** A value in few words. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
