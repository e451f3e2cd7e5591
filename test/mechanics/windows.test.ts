import { describe, expect, it } from 'vitest';
import { line, priced } from './priced.js';

/** Whether an offer with these windows stands at an instant. */
function stands(windows: string, at: string): boolean {
  const rules = `currency CNY timezone Asia/Shanghai promotion one ${windows} take 10.00 off`;
  return priced(rules, [line('A', 1, '100.00')], { at }).total.discount === '10.00';
}

describe('every night from eight to two', () => {
  it.each([
    ['2026-11-11T19:59:59+08:00', false],
    ['2026-11-11T20:00:00+08:00', true],
    ['2026-11-12T01:59:59+08:00', true],
    ['2026-11-12T02:00:00+08:00', false],
  ])('%s: %s', (at, open) => {
    expect(stands('active between 20:00 and 02:00', at)).toBe(open);
  });
});

describe("Monday's night is over on Tuesday at two", () => {
  it.each([
    ['2026-11-09T01:00:00+08:00', false],
    ['2026-11-09T20:00:00+08:00', true],
    ['2026-11-10T01:59:59+08:00', true],
    ['2026-11-10T20:00:00+08:00', false],
  ])('%s: %s', (at, open) => {
    expect(stands('active on mondays between 20:00 and 02:00', at)).toBe(open);
  });
});

describe('the members’ day, the 28th', () => {
  it.each([
    ['2026-02-27T16:00:00Z', true],
    ['2026-02-28T15:59:59Z', true],
    ['2026-02-28T16:00:00Z', false],
  ])("begins and ends at midnight in the file's zone: %s, %s", (at, open) => {
    expect(stands('active on day 28 of each month', at)).toBe(open);
  });

  it('may be one of several windows', () => {
    const windows = 'active on day 28 of each month active on saturdays, sundays';
    const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];
    expect(days.map((day) => stands(windows, `${day}T12:00:00+08:00`))).toEqual([false, true, true, false]);
  });
});

describe('an hour on the clock of another zone', () => {
  // Clocks go back in Berlin on 2026-10-25 and in New York on 2026-11-01, by half an hour on Lord Howe on 2026-04-05.
  it.each([
    ['Europe/Berlin', '2026-10-24T07:00:00Z', true],
    ['Europe/Berlin', '2026-10-25T07:00:00Z', false],
    ['Europe/Berlin', '2026-10-25T08:00:00Z', true],
    ['America/New_York', '2026-10-31T13:00:00Z', true],
    ['America/New_York', '2026-11-01T13:00:00Z', false],
    ['America/New_York', '2026-11-01T14:00:00Z', true],
    ['Australia/Lord_Howe', '2026-04-03T22:00:00Z', true],
    ['Australia/Lord_Howe', '2026-04-04T22:00:00Z', false],
    ['Australia/Lord_Howe', '2026-04-04T22:30:00Z', true],
  ])('nine in %s at %s: %s', (zone, at, open) => {
    expect(stands(`active between 09:00 and 09:30 in ${zone}`, at)).toBe(open);
  });
});
