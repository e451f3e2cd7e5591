import { fault, type Faults, type Kind, wrongType } from './fault.js';

/** RFC 3339, section 5.6, less the leap second: the groups are date, time, decimals of the second, offset. */
const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

const EXPECTED = 'an instant such as "2026-11-11T20:00:00+08:00"';
const DAY = 86_400;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_DAY = 719_468;

/** An instant as a cart carries it. */
export interface SentInstant {
  readonly sent: string;
  /** Epoch milliseconds. */
  readonly instant: number;
}

/** RFC 3339 with an offset. Decimals of a second beyond the third are cut off. */
export const sentInstant: Kind<SentInstant> = { expected: EXPECTED, read: readInstant };

/** The same as epoch milliseconds alone. */
export const instant: Kind<number> = {
  expected: EXPECTED,
  read(value) {
    const read = readInstant(value);
    return 'instant' in read ? read.instant : read;
  },
};

function readInstant(value: unknown): SentInstant | Faults {
  if (typeof value !== 'string') return wrongType(value, EXPECTED);
  const parts = RFC_3339.exec(value);
  if (parts === null) return fault('RC0005', value, EXPECTED, adviceFor(value));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return fault('RC0005', value, 'an instant on a day that exists', 'correct the date');
  }
  const seconds =
    daysSinceEpoch(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offsetOf(parts);
  return { sent: value, instant: seconds * 1000 + Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3)) };
}

function adviceFor(text: string): string {
  return RFC_3339.test(`${text}Z`)
    ? 'add the offset, such as `+08:00` or `Z`'
    : 'write the date, `T`, the time with seconds, and the offset';
}

/** The offset in seconds. */
function offsetOf(parts: RegExpExecArray): number {
  const seconds = Number(parts[9] ?? 0) * 3600 + Number(parts[10] ?? 0) * 60;
  return parts[8] === '-' ? -seconds : seconds;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Days of the proleptic Gregorian calendar; a year is counted from March, so that the leap day is its last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const sinceMarch = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + sinceMarch - EPOCH_DAY;
}
