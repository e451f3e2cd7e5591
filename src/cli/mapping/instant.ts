import { Temporal } from 'temporal-polyfill';
import type { Field } from './shape.js';

const HAS_OFFSET = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)? ?([Zz]|[+-]\d\d:?\d\d)$/;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?$/;
/** As spreadsheets export it: the year in front leaves no doubt which number is the day. */
const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

type How = Pick<Field, 'zone' | 'date' | 'epoch'>;

/**
 * A time of an order as the instant with offset that a cart has. A local time is one of the zone: an hour that the clock leaves out in
 * spring counts from before, one that it shows twice in autumn is the first. What is no time stays as it is.
 */
export function instantOf(value: unknown, { zone, date, epoch }: How): unknown {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return value;
  const trimmed = text.trim();
  if (epoch !== undefined && /^\d{1,14}(\.\d+)?$/.test(trimmed))
    return ofEpoch(Number(trimmed), epoch, zone) ?? value;
  const local = LOCAL.exec(trimmed) ?? yearFirstOf(trimmed) ?? (date && numbersOf(trimmed, date)) ?? null;
  if (local !== null && zone !== undefined) return zoned(local, zone) ?? value;
  return HAS_OFFSET.test(trimmed) ? withOffset(trimmed) : value;
}

/** Year, month, day, hour, minute, second and decimals, behind the whole match. */
type Parts = readonly (string | undefined)[];

function yearFirstOf(text: string): Parts | undefined {
  const [, year, , month, day, hour, minute, second] = YEAR_FIRST.exec(text) ?? [];
  return year === undefined ? undefined : [text, year, month, day, hour, minute, second];
}

function numbersOf(text: string, order: NonNullable<How['date']>): Parts | undefined {
  const [, one = '', , two = '', year, hour, minute, second] = NUMBERS.exec(text) ?? [];
  if (year === undefined) return undefined;
  return order === 'day-month-year'
    ? [text, year, two, one, hour, minute, second]
    : [text, year, one, two, hour, minute, second];
}

/** What the mapping lacks to read a time that was refused, if that is why. */
export function lackOf(text: string, { zone, date }: How): string | undefined {
  if (NUMBERS.test(text) && date === undefined) return '`date` in the mapping says which number is the day';
  const isLocal = [LOCAL, YEAR_FIRST, NUMBERS].some((form) => form.test(text));
  return isLocal && zone === undefined ? '`zone` in the mapping says by which clock' : undefined;
}

function zoned(
  [, year, month, day, hour = '0', minute = '0', second = '0', decimals = '']: Parts,
  zone: string,
): string | undefined {
  const parts = { year, month, day, hour, minute, second };
  const numbers = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Number(text)]));
  try {
    const time = Temporal.PlainDateTime.from(numbers as unknown as Temporal.PlainDateTimeLike, {
      overflow: 'reject',
    });
    const instant = time.toZonedDateTime(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return decimals === '' ? instant : instant.replace(/(?=[+-]\d\d:\d\d$)/, decimals);
  } catch {
    return undefined;
  }
}

function ofEpoch(count: number, unit: NonNullable<How['epoch']>, zone: string = 'UTC'): string | undefined {
  const milliseconds = Math.trunc(unit === 'seconds' ? count * 1000 : count);
  if (milliseconds > MOST_MILLISECONDS) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ timeZone: zone });
}

/** The end of the year 9999: a cart has no later instant. */
const MOST_MILLISECONDS = 253_402_300_799_999;

function withOffset(text: string): string {
  return text.replace(
    HAS_OFFSET,
    (_, day: string, time: string, seconds: string | undefined, offset: string) => {
      const spelt = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
      return `${day}T${time}${seconds ?? ':00'}${spelt}`;
    },
  );
}
