import { Temporal } from 'temporal-polyfill';
import type { Span, TimeLiteral } from '../syntax/ast.js';
import type { Findings } from './findings.js';
import { nearest } from './names.js';

/** The instant of a local time (midnight for a bare date) in epoch milliseconds; gaps and overlaps of daylight saving fall as `compatible`. */
export function instantOf(literal: TimeLiteral, timezone: string, findings: Findings): number | undefined {
  const local = localTime(literal, findings);
  return local === undefined ? undefined : inZone(local, timezone);
}

/** The instant at which the day after a date begins. */
export function endOfDay(literal: TimeLiteral, timezone: string, findings: Findings): number | undefined {
  const local = localTime(literal, findings);
  if (local === undefined) return undefined;
  return inZone(local.with({ hour: 0, minute: 0, second: 0 }).add({ days: 1 }), timezone);
}

function inZone(local: Temporal.PlainDateTime, timezone: string): number {
  return local.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function localTime(literal: TimeLiteral, findings: Findings): Temporal.PlainDateTime | undefined {
  const { date, clock = '00:00' } = literal;
  if (date === '') return undefined;
  try {
    return Temporal.PlainDateTime.from(`${date}T${clock}`, { overflow: 'reject' });
  } catch {
    findings.add('RK1071', literal.span, { time: literal.clock === undefined ? date : `${date} ${clock}` });
    return undefined;
  }
}

/** Seconds of the day of `HH:MM` or `HH:MM:SS`; `24:00` is the end of the day. */
export function secondsOfDay(clock: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  const isTime = minutes < 60 && seconds < 60 && (hours < 24 || (hours === 24 && minutes + seconds === 0));
  return isTime ? hours * 3600 + minutes * 60 + seconds : undefined;
}

/** The zone when the tz database knows it; an unknown one is reported and read as UTC. */
export function knownZone(zone: string, span: Span, findings: Findings): string {
  if (zone === '') return 'UTC';
  if (isZone(zone)) return zone;
  const near = nearest(zone, Intl.supportedValuesOf('timeZone'));
  const help =
    near === undefined
      ? 'write a name of the tz database, such as `Asia/Shanghai`'
      : `did you mean \`${near}\`?`;
  findings.add('RK1006', span, { zone, help });
  return 'UTC';
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
