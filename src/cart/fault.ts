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

/** What a reader gives instead of a value: all that is wrong with it. */
export class Faults {
  readonly all: readonly Fault[];

  constructor(all: readonly Fault[]) {
    this.all = all;
  }
}

/** What one kind of value is: how to read it from a cart, and what to call it. */
export interface Kind<T> {
  readonly expected: string;
  readonly read: (value: unknown) => T | Faults;
}

/** One fault of the value itself. */
export function fault(code: CartErrorCode, found: unknown, expected: string, advice: string): Faults {
  return new Faults([{ code, within: '', found, expected, advice }]);
}

/** A value of another type than the kind's; `advice` says what to do about a value of the type in `about`. */
export function wrongType(found: unknown, expected: string, about = '', advice = ''): Faults {
  return fault('RC0001', found, expected, typeof found === about ? advice : '');
}
