import { type Comparison, SORTS } from './compare.js';
import type { Kind } from './cannot.js';
import type { Verdict } from './run.js';

/** How many of something there are. */
export type Counts<K extends string> = ReadonlyMap<K, number>;

export function countBy<T, K extends string>(items: readonly T[], key: (item: T) => K): Counts<K> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

export function kindsOf(verdicts: readonly Verdict[]): Counts<Kind> {
  return countBy(
    verdicts.filter((verdict) => verdict.outcome === 'cannot be said'),
    ({ kind }) => kind,
  );
}

/** One line for each failing row, then what was compared, what cannot be said, and the sums. */
export function reportLines(verdicts: readonly Verdict[]): readonly string[] {
  const failing = verdicts.filter(({ outcome }) => outcome === 'failed' || outcome === 'faulty');
  const compared = verdicts.flatMap((verdict) => ('compared' in verdict ? verdict.compared : []));
  const passed = verdicts.filter(({ outcome }) => outcome === 'passed').length;
  const kinds = kindsOf(verdicts);
  const unsaid = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...failing.map(failureLine),
    `compared: ${sortsText(compared)}`,
    ...(kinds.size === 0 ? [] : [`cannot be said: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`]),
    `${passed} passed, ${failing.length} failed, ${unsaid} cannot be said`,
  ];
}

function failureLine(verdict: Verdict): string {
  if (verdict.outcome === 'faulty') return `${verdict.id}: ${verdict.fault}`;
  const compared = 'compared' in verdict ? verdict.compared : [];
  const wrong = compared.filter(({ equal }) => !equal);
  const named = wrong.map(({ expected, found, what }) => `${what} is ${found}, expected ${expected}`);
  return `${verdict.id}: ${named.join('; ')} (equal: ${sortsText(compared)})`;
}

/** `lines 3 of 4, totals 1 of 1`. */
function sortsText(compared: readonly Comparison[]): string {
  const texts = SORTS.flatMap((sort) => {
    const all = compared.filter((comparison) => comparison.sort === sort);
    const equal = all.filter((comparison) => comparison.equal).length;
    return all.length === 0 ? [] : [`${sort} ${equal} of ${all.length}`];
  });
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}
