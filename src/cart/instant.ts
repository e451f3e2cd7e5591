import { daysIn, daysSinceEpoch } from './calendar.js';
import { fault, type Faults, type Kind, wrongType } from './fault.js';

const EXPECTED = 'an instant such as "2026-11-11T20:00:00+08:00"';

const PLUS = 43;
const HYPHEN = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
/** A letter in either case: its small form, which differs from the capital in one bit. */
const CASE = 32;
const SMALL_T = 116;
const SMALL_Z = 122;

/** Where the seconds end: behind `2026-11-11T20:00:00`. */
const SECONDS_END = 19;
const MOST_DECIMALS = 9;

/**
 * RFC 3339, section 5.6, with an offset and less the leap second, as epoch milliseconds. Decimals of a second beyond the third
 * are cut off. It is read character by character, because every cart has one.
 */
export const instant: Kind<number> = {
  expected: EXPECTED,
  read: (value) => (typeof value === 'string' ? millisecondsOf(value) : undefined),
  faults: (value) => (typeof value === 'string' ? faultsOf(value) : wrongType(value, EXPECTED)),
};

function millisecondsOf(text: string): number | undefined {
  const days = daysOf(text);
  const minutes = minutesAt(text, 11);
  const seconds = pairAt(text, 17);
  if (minutes < 0 || seconds < 0 || seconds > 59 || text.charCodeAt(16) !== COLON) return undefined;
  if ((text.charCodeAt(10) | CASE) !== SMALL_T) return undefined;
  const end = text.charCodeAt(SECONDS_END) === POINT ? decimalsEnd(text) : SECONDS_END;
  const whole = (days * 1440 + minutes - offsetAt(text, end)) * 60 + seconds;
  const milliseconds = whole * 1000 + (end === SECONDS_END ? 0 : thousandths(text, end));
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Days from the epoch to the date; NaN where there is none. */
function daysOf(text: string): number {
  const century = pairAt(text, 0);
  const rest = pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  if (century < 0 || rest < 0 || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const year = century * 100 + rest;
  return day <= daysIn(year, month) ? daysSinceEpoch(year, month, day) : Number.NaN;
}

/** The minutes of `20:00`, or -1. */
function minutesAt(text: string, at: number): number {
  const hours = pairAt(text, at);
  const minutes = pairAt(text, at + 3);
  const isTime = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
  return isTime && text.charCodeAt(at + 2) === COLON ? hours * 60 + minutes : -1;
}

/** The offset in minutes: `Z`, `+08:00`; NaN where there is none, or more than that. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if ((sign | CASE) === SMALL_Z) return text.length === at + 1 ? 0 : Number.NaN;
  const minutes = minutesAt(text, at + 1);
  if (minutes < 0 || text.length !== at + 6) return Number.NaN;
  if (sign === PLUS) return minutes;
  return sign === HYPHEN ? -minutes : Number.NaN;
}

/** Where the decimals of the second end, and the offset begins. */
function decimalsEnd(text: string): number {
  let end = SECONDS_END + 1;
  while (end <= SECONDS_END + 1 + MOST_DECIMALS && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** The first three decimals of the second; NaN where there are none, or too many. */
function thousandths(text: string, end: number): number {
  const decimals = end - SECONDS_END - 1;
  if (decimals < 1 || decimals > MOST_DECIMALS) return Number.NaN;
  return Number(text.slice(SECONDS_END + 1, Math.min(end, SECONDS_END + 4)).padEnd(3, '0'));
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** The number that two digits write, or -1. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function faultsOf(text: string): Faults {
  if (hasForm(text)) return fault('RC0005', text, 'an instant on a day that exists', 'correct the date');
  const advice = hasForm(`${text}Z`)
    ? 'add the offset, such as `+08:00` or `Z`'
    : 'write the date, `T`, the time with seconds, and the offset';
  return fault('RC0005', text, EXPECTED, advice);
}

/** Whether the text is an instant but for a day that need not exist. */
function hasForm(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text) && instant.read(`2000-01-01${text.slice(10)}`) !== undefined;
}
