/**
 * How many cases each fast-check property runs: 1000, or what the environment variable `RECKON_RUNS` says.
 * Anything but a whole number from 1 fails, so that a typing mistake never turns the properties off.
 */
export const RUNS: number = readRuns(process.env['RECKON_RUNS']);

/** Reads the value of `RECKON_RUNS`; throws a `RangeError` for anything but a whole number from 1. */
export function readRuns(value: string | undefined): number {
  if (value === undefined) return 1000;
  const runs = Number(value);
  if (!/^[1-9]\d*$/.test(value) || !Number.isSafeInteger(runs)) {
    throw new RangeError(`RECKON_RUNS must be a whole number from 1, found \`${value}\``);
  }
  return runs;
}
