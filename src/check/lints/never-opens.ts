import { Temporal } from 'temporal-polyfill';
import type { Window } from '../ruleset.js';
import type { Lint } from './lint.js';

type Recurring = NonNullable<Window['recurring']>;

const DAY = 86_400_000;

/** In so many days every weekday comes round, and a day of daylight saving may be longer. */
const WEEK = 9 * DAY;

/** Longer windows are not looked through: a day of the month on a weekday comes round in a few years. */
const LONGEST = 8 * 366 * DAY;

/** RK2104: a window whose days or hours do not fall between its dates. */
export const neverOpens: Lint = ({ findings, rules }) => {
  for (const { promotion, statement } of rules) {
    const clauses = statement.clauses.filter((clause) => clause.kind === 'active');
    for (const [index, window] of promotion.windows.entries()) {
      const clause = clauses[index];
      const what = clause && missing(window);
      if (what !== undefined) findings.add('RK2104', clause!.span, { what });
    }
  }
};

/** What the window waits for in vain. */
function missing({ from, recurring, until }: Window): string | undefined {
  if (from === undefined || until === undefined || recurring === undefined) return undefined;
  const long = until - from;
  if (long > LONGEST || (recurring.monthDays === undefined && long >= WEEK)) return undefined;
  if (opens(recurring, from, until)) return undefined;
  return recurring.weekdays === undefined && recurring.monthDays === undefined ? 'such hour' : 'such day';
}

/** Looks through the days of a window, and the one before it, whose hours may run past midnight. */
function opens(recurring: Recurring, from: number, until: number): boolean {
  const first = localDay(from, recurring).subtract({ days: 1 });
  const last = localDay(until, recurring);
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isOn(day, recurring)) continue;
    const [start, end] = hoursOf(day, recurring);
    if (start < until && end > from) return true;
  }
  return false;
}

function localDay(instant: number, { timezone }: Recurring): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDate();
}

function isOn(day: Temporal.PlainDate, { monthDays, weekdays }: Recurring): boolean {
  return (weekdays?.includes(day.dayOfWeek) ?? true) && (monthDays?.includes(day.day) ?? true);
}

/** The instants between which a day's hours lie, `to` at or before `from` on the day after. */
function hoursOf(day: Temporal.PlainDate, { between, timezone }: Recurring): readonly [number, number] {
  const { from, to } = between ?? { from: 0, to: 86_400 };
  const next = to <= from ? day.add({ days: 1 }) : day;
  return [instantOf(day, from, timezone), instantOf(next, to, timezone)];
}

function instantOf(day: Temporal.PlainDate, seconds: number, timezone: string): number {
  return day.toPlainDateTime().add({ seconds }).toZonedDateTime(timezone).epochMilliseconds;
}
