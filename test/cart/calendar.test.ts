import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { daysIn, daysSinceEpoch } from '../../src/cart/calendar.js';
import { RUNS } from '../support/runs.js';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

const dates = fc
  .record({
    year: fc.integer({ min: 0, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((parts) => Temporal.PlainDate.from(parts, { overflow: 'constrain' }));

describe('the calendar', () => {
  it('counts days as Temporal does', () => {
    const holds = (date: Temporal.PlainDate): void => {
      expect(daysSinceEpoch(date.year, date.month, date.day)).toBe(EPOCH.until(date).days);
    };
    fc.assert(fc.property(dates, holds), { numRuns: RUNS });
  });

  it('knows how long a month is', () => {
    const holds = ({ year, month, daysInMonth }: Temporal.PlainDate): void => {
      expect(daysIn(year, month)).toBe(daysInMonth);
    };
    fc.assert(fc.property(dates, holds), { numRuns: RUNS });
  });

  it('has every day of a century, one after the other', () => {
    let date = Temporal.PlainDate.from('1999-12-31');
    for (let days = daysSinceEpoch(1999, 12, 31); date.year < 2101; days += 1) {
      expect(daysSinceEpoch(date.year, date.month, date.day)).toBe(days);
      date = date.add({ days: 1 });
    }
  });
});
