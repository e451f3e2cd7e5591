import type { CartErrorCode } from './messages.js';

/** Something wrong with one value; whoever holds the value knows its path. */
export interface Fault {
  readonly code: CartErrorCode;
  /** Where within the value: `[2]`, or nothing for the value itself. */
  readonly within: string;
  readonly found: unknown;
  /** What was found in our own words, where it is no single value. */
  readonly words?: string;
  readonly expected: string;
  /** What to do, as the last part of the message. */
  readonly advice: string;
}

/** All that is wrong with one value. */
export class Faults {
  readonly all: readonly Fault[];

  constructor(all: readonly Fault[]) {
    this.all = all;
  }
}

/** What one kind of value is: what to call it, how to read it from a cart, and why one cannot be read. */
export interface Kind<T> {
  readonly expected: string;
  /** The JSON type of which every value is of this kind, as it stands. */
  readonly type?: 'string' | 'boolean';
  /** The value as a validated cart has it; `undefined` where it is none of this kind. */
  readonly read: (value: unknown) => T | undefined;
  /** What is wrong with a value that `read` does not take. */
  readonly faults: (value: unknown) => Faults;
}

/** One fault of the value itself. */
export function fault(code: CartErrorCode, found: unknown, expected: string, advice: string): Faults {
  return new Faults([{ code, within: '', found, expected, advice }]);
}

/** A value of another type than the kind's; `advice` says what to do about a value of the type in `about`. */
export function wrongType(found: unknown, expected: string, about = '', advice = ''): Faults {
  return fault('RC0001', found, expected, typeof found === about ? advice : '');
}
