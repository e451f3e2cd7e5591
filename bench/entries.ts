import { D11_ENTRIES } from './d11/entries.js';
import type { Entry } from './measure/job.js';
import { scaleEntries } from './scale/entries.js';

/** Every entry of the benchmark by its name: `by-hand`, or `engine:1000` for the scale workload. */
export function findEntry(name: string): Entry {
  const [, count] = name.split(':');
  const entries = count === undefined ? D11_ENTRIES : scaleEntries(Number(count));
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`there is no entry \`${name}\``);
  return entry;
}
