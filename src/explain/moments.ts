import { Temporal } from 'temporal-polyfill';
import type { Window } from '../check/ruleset.js';
import type { Moment, Recurring, Span, Words } from './words.js';

/** An instant (epoch milliseconds) on the clock of a zone. */
export function momentOf(instant: number, timezone: string): Moment {
  return described(zoned(instant, timezone));
}

function zoned(instant: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
}

function described(time: Temporal.ZonedDateTime): Moment {
  const { year, month, day } = time;
  const local = time.toPlainTime();
  const precision = local.millisecond > 0 ? 'millisecond' : local.second > 0 ? 'second' : 'minute';
  const clock = local.toString({ smallestUnit: precision });
  return { year, month, day, clock, ...(isRepeated(time) && { offset: time.offset }) };
}

/** Where clocks go back, an hour is shown twice. */
function isRepeated(time: Temporal.ZonedDateTime): boolean {
  const local = time.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(time.timeZoneId, { disambiguation }),
  );
  return first?.epochMilliseconds !== second?.epochMilliseconds;
}

/** One `active` clause: absolute ends are shown in the zone of what recurs in it, else in the file's. */
export function spanOf(window: Window, timezone: string, { values }: Words): Span {
  const zone = window.recurring?.timezone ?? timezone;
  return {
    from: window.from === undefined ? undefined : momentOf(window.from, zone),
    until: window.until === undefined ? undefined : endOf(window.until, zone),
    recurring: window.recurring === undefined ? undefined : recurringOf(window.recurring),
    zone: values.zone(zone),
  };
}

function endOf(instant: number, zone: string): NonNullable<Span['until']> {
  const end = zoned(instant, zone);
  const moment = described(end);
  const isMidnight = moment.clock === '00:00' && moment.offset === undefined;
  return { moment, lastDay: isMidnight ? described(end.subtract({ days: 1 })) : undefined };
}

function recurringOf({ weekdays, monthDays, between }: NonNullable<Window['recurring']>): Recurring {
  return {
    weekdays,
    monthDays,
    between:
      between === undefined
        ? undefined
        : {
            from: clockOf(between.from),
            to: clockOf(between.to),
            isPastMidnight: between.to <= between.from,
          },
  };
}

function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ].map((part) => String(part).padStart(2, '0'));
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}
