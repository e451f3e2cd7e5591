import { InvalidArgumentError } from 'commander';

/** The most threads that anybody may ask for. */
const MOST_JOBS = 256;

/** Reads the value of `--jobs`. */
export function jobCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_JOBS) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_JOBS}.`);
}
