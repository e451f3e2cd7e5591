import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equations, verify } from '../../src/verify/verify.js';
import { edited } from './edit.js';
import { sound } from './sound.js';

interface Row {
  readonly equation: string;
  readonly breakdown: string;
  readonly change: string;
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** Cells are split at ` | `; the first and the last stand beside the table's edge. */
function rowsOf(table: string): readonly Row[] {
  const lines = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return lines.slice(1).map((line) => {
    const [equation = '', breakdown = '', change = '', path = '', expected = '', found = ''] = line
      .slice(2, -2)
      .split(' | ');
    return { equation, breakdown, change, path, expected, found };
  });
}

/** `` `a.b = 1; c = -` `` as places and what they hold. */
function changesOf(change: string): Readonly<Record<string, unknown>> {
  const parts = change.slice(1, -1).split('; ');
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf(' = ');
      const value = part.slice(at + 3);
      return [part.slice(0, at), value === '-' ? undefined : (JSON.parse(value) as unknown)];
    }),
  );
}

const rows = rowsOf(readFileSync(new URL('broken.md', import.meta.url), 'utf8'));

describe('an equation that does not hold is found', () => {
  it.each(rows)(
    '$equation: $change in $breakdown',
    ({ equation, breakdown, change, path, expected, found }) => {
      const whole = sound[breakdown as keyof typeof sound];
      const findings = verify(edited(whole, changesOf(change))).filter((one) => one.equation === equation);
      const here = findings.filter((one) => one.path === path);
      if (expected === 'none') expect(here).toEqual([]);
      else expect(here.map((one) => [one.expected, one.found])).toContainEqual([expected, found]);
    },
  );

  it('for every equation there is', () => {
    const tested = new Set(rows.map((row) => row.equation));
    expect(equations.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});

describe('a finding', () => {
  it('says the rule and both numbers', () => {
    expect(verify(edited(sound.example, { 'lines[0].pay': '30.71' }))[0]).toEqual({
      equation: 'line-sum',
      path: 'lines[0].pay',
      expected: '30.72',
      found: '30.71',
      message: '`list` less the adjustments is `pay`: expected 30.72, found 30.71',
    });
  });

  it('stands in the order of the equations, then of the breakdown', () => {
    const findings = verify(
      edited(sound.parcels, { 'lines[2].pay': 22, 'lines[0].pay': 1391, 'total.pay': 1 }),
    );
    expect(findings.map(({ equation, path }) => `${equation} ${path}`)).toEqual([
      'line-sum lines[0].pay',
      'line-sum lines[2].pay',
      'unit-sum lines[0].units',
      'unit-sum lines[2].units',
      'total-pay total.pay',
    ]);
  });
});

describe('a breakdown in which all adds up', () => {
  it.each(Object.keys(sound))('%s gives no finding', (name) => {
    expect(verify(sound[name as keyof typeof sound])).toEqual([]);
  });
});
