import type { Window } from '../plan/types.js';
import { dateOf } from './instant.js';

/** The clock of a time zone: days since 1970-01-01 and seconds of the day, as they are read there. */
interface Local {
  readonly day: number;
  readonly second: number;
}

const DAY = 86_400;

/** Section 5, `active`: parts of one clause must all hold, of several clauses one must; `until` is exclusive. */
export function isActive(windows: readonly Window[], instant: number): boolean {
  return windows.length === 0 || windows.some((window) => isOpen(window, instant));
}

function isOpen({ from, until, recurring }: Window, instant: number): boolean {
  if (from !== undefined && instant < from) return false;
  if (until !== undefined && instant >= until) return false;
  return recurring === undefined || recurs(recurring, instant);
}

type Recurring = NonNullable<Window['recurring']>;

/** Read on the clock of the window's time zone; hours that moment past midnight belong to the day they start on. */
function recurs(recurring: Recurring, instant: number): boolean {
  const { day, second } = localAt(recurring.timezone, instant);
  const { from, to } = recurring.between ?? { from: 0, to: DAY };
  const spansMidnight = to <= from;
  const started = second >= from && (spansMidnight || second < to);
  const startedYesterday = spansMidnight && second < to;
  return (started && onDay(day, recurring)) || (startedYesterday && onDay(day - 1, recurring));
}

/** Weekdays count from 1 for Monday; 1970-01-01 was a Thursday. */
function onDay(day: number, { weekdays, monthDays }: Recurring): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return (weekdays?.includes(weekday) ?? true) && (monthDays?.includes(dateOf(day).day) ?? true);
}

function localAt(timezone: string, instant: number): Local {
  const seconds = Math.floor(instant / 1000) + offsetAt(timezone, instant);
  const day = Math.floor(seconds / DAY);
  return { day, second: seconds - day * DAY };
}

const QUARTER = 900_000;
/** From 1980 on every zone is a whole number of quarters of an hour off, and changes on such a quarter. */
const REGULAR = 315_532_800_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  quarter: number;
  offset: number;
}

const ZONES = new Map<string, Zone>();

/** Seconds that a zone's clock is ahead of UTC: asked of the host once for each quarter of an hour. */
function offsetAt(timezone: string, instant: number): number {
  const zone = ZONES.get(timezone) ?? newZone(timezone);
  const quarter = Math.floor(instant / QUARTER);
  if (instant < REGULAR) return askHost(zone.format, instant);
  if (zone.quarter !== quarter) {
    zone.offset = askHost(zone.format, quarter * QUARTER);
    zone.quarter = quarter;
  }
  return zone.offset;
}

function newZone(timezone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, quarter: Number.NaN, offset: 0 };
  ZONES.set(timezone, zone);
  return zone;
}

/** The host tells day and time of day; the day differs from that in UTC by one at most. */
function askHost(format: Intl.DateTimeFormat, instant: number): number {
  const read = { day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(instant))
    if (type in read) read[type as keyof typeof read] = Number(value);
  const utcDay = Math.floor(instant / 1000 / DAY);
  const shift = [-1, 0, 1].find((days) => dateOf(utcDay + days).day === read.day) ?? 0;
  const local = (utcDay + shift) * DAY + read.hour * 3600 + read.minute * 60 + read.second;
  return local - Math.floor(instant / 1000);
}
