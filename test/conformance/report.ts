import { CANNOT_BE_SAID, type Kind } from './translate/cannot.js';
import { type Comparison, SORTS } from './compare.js';
import type { Verdict } from './run.js';

function kindsOf(verdicts: readonly Verdict[]): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const verdict of verdicts)
    if (verdict.outcome === 'cannot be said') counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
  return counts;
}

function countOf(verdicts: readonly Verdict[], ...outcomes: readonly Verdict['outcome'][]): number {
  return verdicts.filter(({ outcome }) => outcomes.includes(outcome)).length;
}

/** One line for each failing row, then what was compared, what cannot be said, and the sums. */
export function reportLines(verdicts: readonly Verdict[]): readonly string[] {
  const failing = verdicts.filter(({ outcome }) => outcome === 'failed' || outcome === 'faulty');
  const compared = verdicts.flatMap((verdict) => ('compared' in verdict ? verdict.compared : []));
  const kinds = [...kindsOf(verdicts)].map(([kind, count]) => `${kind} ${count}`);
  return [
    ...failing.map(failureLine),
    `compared: ${sortsText(compared)}`,
    ...(kinds.length === 0 ? [] : [`cannot be said: ${kinds.join(', ')}`]),
    sumsLine(verdicts),
  ];
}

export function sumsLine(verdicts: readonly Verdict[]): string {
  const failed = countOf(verdicts, 'failed', 'faulty');
  return `${countOf(verdicts, 'passed')} passed, ${failed} failed, ${countOf(verdicts, 'cannot be said')} cannot be said`;
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

/** A file of rows with what became of them. */
export interface JudgedFile {
  readonly name: string;
  readonly rows: readonly unknown[];
  readonly verdicts: readonly Verdict[];
}

/** The systems whose tests the rows restate, as a table. */
export function systemsTable(files: readonly JudgedFile[]): string {
  const rows = files.map(({ name, rows: [first], verdicts }) => {
    const { source } = first as { readonly source: { readonly repo: string } };
    const counts = [verdicts.length, countOf(verdicts, 'passed'), countOf(verdicts, 'cannot be said')];
    return `| \`${name}\` | ${source.repo} | ${counts.join(' | ')} |`;
  });
  return [
    '| rows | project | all | passed | cannot be said |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** Every kind of what cannot be said, with its reason and how many rows need it. */
export function kindsTable(verdicts: readonly Verdict[]): string {
  const counts = kindsOf(verdicts);
  const rows = Object.entries(CANNOT_BE_SAID).map(([kind, reason]) => {
    return `| ${kind} | ${counts.get(kind as Kind) ?? 0} | ${reason} |`;
  });
  return ['| kind | rows | reason |', '| --- | ---: | --- |', ...rows].join('\n');
}
