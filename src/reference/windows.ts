import { Temporal } from 'temporal-polyfill';
import type { Promotion, Window } from '../check/ruleset.js';

/** Section 5, `active`: parts of one clause must all hold, of several clauses one must; `until` is exclusive. */
export function isActive({ windows }: Promotion, instant: number): boolean {
  return windows.length === 0 || windows.some((window) => isOpen(window, instant));
}

function isOpen({ from, until, recurring }: Window, instant: number): boolean {
  if (from !== undefined && instant < from) return false;
  if (until !== undefined && instant >= until) return false;
  return recurring === undefined || recurs(recurring, instant);
}

const SECONDS_OF_DAY = 86_400;

/** Read on the clock of the window's time zone; hours that run past midnight belong to the day they start on. */
function recurs(
  { timezone, weekdays, monthDays, between }: NonNullable<Window['recurring']>,
  instant: number,
): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  const clock = local.hour * 3600 + local.minute * 60 + local.second;
  const { from, to } = between ?? { from: 0, to: SECONDS_OF_DAY };
  const spansMidnight = to <= from;
  const started = clock >= from && (spansMidnight || clock < to);
  const startedYesterday = spansMidnight && clock < to;
  const today = local.toPlainDate();
  return (
    (started && onDay(today, weekdays, monthDays)) ||
    (startedYesterday && onDay(today.subtract({ days: 1 }), weekdays, monthDays))
  );
}

/** Weekdays count from 1 for Monday. */
function onDay(
  day: Temporal.PlainDate,
  weekdays?: readonly number[],
  monthDays?: readonly number[],
): boolean {
  return (weekdays?.includes(day.dayOfWeek) ?? true) && (monthDays?.includes(day.day) ?? true);
}
