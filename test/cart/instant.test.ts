import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/cart/instant.js';
import { RUNS } from '../support/runs.js';
import { Temporal } from 'temporal-polyfill';

/** RFC 3339 but for the days of the months, as one expression. */
const RFC_3339 =
  /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

describe('an instant', () => {
  it('is told from every other text, however close', () => {
    const changed = fc.tuple(
      fc.constantFrom(
        '2026-11-11T20:00:00Z',
        '2024-02-28t23:59:59.123456789+08:00',
        '1999-10-10T00:00:00.5-00:30',
      ),
      fc.nat(36),
      fc.nat(2),
      fc.string({ unit: fc.constantFrom(...'0123456789TtZz+-:. x'.split('')), maxLength: 2 }),
    );
    const holds = ([text, at, cut, put]: [string, number, number, string]): void => {
      const near = text.slice(0, at) + put + text.slice(at + cut);
      const isDate = dateOf(near) !== undefined;
      expect(instant.read(near) !== undefined).toBe(RFC_3339.test(near) && isDate);
    };
    fc.assert(fc.property(changed, holds), { numRuns: RUNS });
  });

  it('is what the calendar says, in every year and with every offset', () => {
    const moment = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    const minutes = fc.integer({ min: -1439, max: 1439 });
    const holds = (date: Date, offset: number): void => {
      const local = date.toISOString().replace('Z', offsetText(offset));
      expect(instant.read(local)).toBe(date.getTime() - offset * 60_000);
    };
    fc.assert(
      fc.property(
        moment.filter((date) => date.getTime() >= FIRST_YEAR),
        minutes,
        holds,
      ),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2024-02-29T12:00:00+08:00', Date.UTC(2024, 1, 29, 4)],
    ['2000-02-29T00:00:00-00:00', Date.UTC(2000, 1, 29)],
    ['2026-11-11t20:00:00z', Date.UTC(2026, 10, 11, 20)],
    ['2026-11-11T20:00:00.123999999Z', Date.UTC(2026, 10, 11, 20, 0, 0, 123)],
    ['2026-11-11T20:00:00.5Z', Date.UTC(2026, 10, 11, 20, 0, 0, 500)],
    ['2026-11-11T20:00:00.05-23:59', Date.UTC(2026, 10, 12, 19, 59, 0, 50)],
    ['0000-01-01T00:00:00Z', -62_167_219_200_000],
  ])('%s is read', (sent, milliseconds) => {
    expect(instant.read(sent)).toBe(milliseconds);
  });

  it.each([
    '2026-11-11',
    '2026-11-11T20:00Z',
    '2026-11-11T20:00:00',
    '2026-11-11 20:00:00Z',
    '2026-11-11T24:00:00Z',
    '2026-11-11T23:59:60Z',
    '2026-11-11T20:00:00+8:00',
    '2026-11-11T20:00:00+24:00',
    '2026-11-11T20:00:00.Z',
    '2026-11-11T20:00:00Z0',
    '2026-11-11T20:00:00+08:0',
    '2026-11-11T20:00:00+08:000',
    '2026-11-11T20:00:00+08-00',
    '2026-11-11T20:00:00 08:00',
    '2026-11-11T20:00:00.5',
    '2026/11/11T20:00:00Z',
    '2026-11-11T20.00:00Z',
    '2026-11-11T2:000:00Z',
    '2026-11-11T-1:00:00Z',
    '2026-11-11T20:00:00.1234567891Z',
    '2026-00-11T20:00:00Z',
    '2026-13-11T20:00:00Z',
    '2026-04-31T20:00:00Z',
    '2026-11-00T20:00:00Z',
    '1900-02-29T20:00:00Z',
    '26-11-11T20:00:00Z',
    '+002026-11-11T20:00:00Z',
    '２０２６-11-11T20:00:00Z',
    '2026-11-11T20:00:00Z\n',
    'now',
    '',
  ])('%j is none', (text) => {
    expect(instant.read(text)).toBeUndefined();
  });
});

/** The host's own dates write earlier years with a sign and six digits. */
const FIRST_YEAR = new Date('0000-01-01T00:00:00Z').getTime();

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

/** The date that a text begins with, where there is such a day. */
function dateOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return undefined;
  }
}
