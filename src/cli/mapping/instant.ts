import { Temporal } from 'temporal-polyfill';
import type { Field } from './shape.js';

const HAS_OFFSET = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)? ?([Zz]|[+-]\d\d:?\d\d)$/;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?$/;
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
  const local = date === undefined ? LOCAL.exec(trimmed) : numbersOf(trimmed, date);
  if (local !== null && zone !== undefined) return zoned(local, zone) ?? value;
  return HAS_OFFSET.test(trimmed) ? withOffset(trimmed) : value;
}

/** Year, month, day, hour, minute, second and decimals, behind the whole match. */
type Parts = readonly (string | undefined)[];

function numbersOf(text: string, order: NonNullable<How['date']>): Parts | null {
  const [, one = '', , two = '', year, hour, minute, second] = NUMBERS.exec(text) ?? [];
  if (year === undefined) return LOCAL.exec(text);
  return order === 'day-month-year'
    ? [text, year, two, one, hour, minute, second]
    : [text, year, one, two, hour, minute, second];
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
