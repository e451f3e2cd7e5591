import type { Io } from './io.js';

/** Tells the user on standard error what went wrong. */
export function complain(sentence: string, io: Io): void {
  io.err.write(`error: ${sentence}\n`);
}

/** Prints JSON, alone on standard output. */
export function printJson(value: unknown, io: Io): void {
  io.out.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
