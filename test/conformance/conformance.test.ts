import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { kindsTable, reportLines, systemsTable, sumsLine } from './report.js';
import { readRows } from './rows.js';
import { judge, type Verdict } from './run.js';

const CASES = new URL('cases/', import.meta.url);
const PAGE = new URL('../../docs/conformance.md', import.meta.url);

const files = readdirSync(CASES)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .map((name) => {
    const rows = readRows(fileURLToPath(new URL(name, CASES)));
    return { name, rows, verdicts: rows.map(judge) };
  });
const verdicts = files.flatMap((file) => file.verdicts);

describe.each(files)('$name', (file) => {
  it.each(file.verdicts.map((verdict) => [verdict.id, verdict] as const))('%s', (_id, verdict) => {
    expect(failures([verdict])).toEqual([]);
  });
});

describe('a number that is expected is compared', () => {
  it.each(files)('in $name', ({ rows, verdicts: judged }) => {
    const passed = rows.filter((_, index) => judged[index]?.outcome === 'passed');
    for (const row of passed) changes(row).forEach(expectNotPassed);
  });
});

test('docs/conformance.md tells the same', () => {
  const page = readFileSync(PAGE, 'utf8');
  for (const part of [systemsTable(files), kindsTable(verdicts), sumsLine(verdicts)]) {
    expect(page).toContain(part);
  }
});

function failures(judged: readonly Verdict[]): readonly string[] {
  return judged.some(({ outcome }) => outcome === 'failed' || outcome === 'faulty')
    ? reportLines(judged).slice(0, 1)
    : [];
}

function expectNotPassed(row: unknown): void {
  expect({ row, outcome: judge(row).outcome }).not.toMatchObject({ outcome: 'passed' });
}

/** The row once for each number and fact it expects, with that one changed. */
function changes(row: unknown): readonly unknown[] {
  const { expected } = row as { readonly expected: unknown };
  return changed(expected, []).map((other) => ({ ...(row as object), expected: other }));
}

/** The value once for each leaf in it, with that one changed. */
function changed(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value;
    return members.flatMap((member, index) =>
      changed(member, path).map((other) => members.with(index, other)),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) =>
      changed(member, [...path, name]).map((other) => ({ ...value, [name]: other })),
    );
  }
  return path.at(-1) === 'id' ? [] : [otherThan(value, path)];
}

/** Another amount, count, error or name. */
function otherThan(value: unknown, [member]: readonly string[]): unknown {
  if (typeof value === 'number') return value + 1;
  if (member === 'error') return value === 'negative weight' ? 'all weights zero' : 'negative weight';
  return /^-?[\d.]+$/.test(String(value)) ? String(Number(value) + 1) : `${String(value)}, another`;
}
