import type { ActivePart, Clause, Weekday } from '../syntax/ast.js';
import type { Context } from './context.js';
import { wholeAt } from './expressions/wanted.js';
import { Once } from './once.js';
import type { Window } from './ruleset.js';
import { endOfDay, instantOf, knownZone, secondsOfDay } from './time.js';

type ActiveClause = Extract<Clause, { kind: 'active' }>;
type Recurring = Omit<NonNullable<Window['recurring']>, 'timezone'>;

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** One `active` clause: instants from local times, and what recurs. */
export function windowOf(clause: ActiveClause, context: Context): Window {
  const timezone = zoneOf(clause.parts, context);
  const ends = endsOf(clause, timezone, context);
  const recurring = recurringOf(clause.parts, context);
  if (ends.from !== undefined && ends.until !== undefined && ends.until <= ends.from) {
    context.findings.add('RK1070', clause.span, {});
  }
  return {
    ...ends,
    ...(recurring === undefined ? {} : { recurring: { timezone, ...recurring } }),
    text: clause.parts.map(textOf).join(' '),
  };
}

function zoneOf(parts: readonly ActivePart[], { findings, timezone }: Context): string {
  const part = parts.find((said) => said.kind === 'in');
  return part === undefined ? timezone : knownZone(part.zone.value, part.zone.span, findings);
}

/** `until` and `through` both say the end, so only one of them may stand. */
function endsOf(
  clause: ActiveClause,
  timezone: string,
  { findings }: Context,
): Pick<Window, 'from' | 'until'> {
  const once = new Once(findings);
  const ends: { from?: number; until?: number } = {};
  for (const part of clause.parts) {
    if (part.kind !== 'from' && part.kind !== 'until' && part.kind !== 'through') continue;
    const end = part.kind === 'from' ? 'from' : 'until';
    if (!once.admits(end === 'from' ? 'from' : 'until` or `through', part.span)) continue;
    const read = part.kind === 'through' ? endOfDay : instantOf;
    const instant = read(part.time, timezone, findings);
    if (instant !== undefined) ends[end] = instant;
  }
  return ends;
}

function recurringOf(parts: readonly ActivePart[], context: Context): Recurring | undefined {
  const once = new Once(context.findings);
  const recurring = parts
    .filter(isRecurring)
    .filter(({ kind, span }) => once.admits(RECURRING_WORDS[kind], span));
  return recurring.length === 0
    ? undefined
    : (Object.assign({}, ...recurring.map((part) => recurringPart(part, context))) as Recurring);
}

type RecurringPart = Extract<ActivePart, { kind: 'weekdays' | 'month-days' | 'between' }>;

function isRecurring(part: ActivePart): part is RecurringPart {
  return part.kind === 'weekdays' || part.kind === 'month-days' || part.kind === 'between';
}

const RECURRING_WORDS = { weekdays: 'on …days', 'month-days': 'on day …', between: 'between' } as const;

function recurringPart(part: RecurringPart, context: Context): Recurring {
  if (part.kind === 'weekdays')
    return { weekdays: sorted(part.days.map((day) => WEEKDAYS.indexOf(day) + 1)) };
  if (part.kind === 'month-days') {
    return { monthDays: sorted(part.days.flatMap((day) => monthDay(day, context))) };
  }
  return betweenOf(part, context);
}

function monthDay(
  day: Extract<ActivePart, { kind: 'month-days' }>['days'][number],
  context: Context,
): readonly number[] {
  const found = wholeAt(day, 1, '`on day`', context);
  if (found !== undefined && found > 31) {
    context.findings.add('RK1071', day.span, { time: `day ${found}` });
    return [];
  }
  return found === undefined ? [] : [found];
}

function sorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((a, b) => a - b);
}

function betweenOf(part: Extract<ActivePart, { kind: 'between' }>, { findings }: Context): Recurring {
  const [from, to] = [part.from, part.to].map((clock) => {
    const seconds = secondsOfDay(clock.value);
    if (seconds === undefined && clock.value !== '')
      findings.add('RK1071', clock.span, { time: clock.value });
    return seconds;
  });
  if (from === undefined || to === undefined) return {};
  if (from === to) findings.add('RK1070', part.span, {});
  return { between: { from, to } };
}

function textOf(part: ActivePart): string {
  switch (part.kind) {
    case 'from':
    case 'until':
    case 'through':
      return `${part.kind} ${part.time.date}${part.time.clock === undefined ? '' : ` ${part.time.clock}`}`;
    case 'in':
      return `in ${part.zone.value}`;
    case 'weekdays':
      return `on ${part.days.map((day) => `${day}s`).join(', ')}`;
    case 'month-days':
      return `on day ${part.days.map((day) => day.value).join(', ')} of each month`;
    case 'between':
      return `between ${part.from.value} and ${part.to.value}`;
  }
}
