import { decimalText } from './numbers.js';
import type { ExpressionWords, Moment, Span, Subject, ValueWords, WindowWords } from './words.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** `A`, `A and B`, `A, B and C`. */
export function listed(phrases: readonly string[], word: string): string {
  if (phrases.length < 2) return phrases.join('');
  return `${phrases.slice(0, -1).join(', ')} ${word} ${phrases.at(-1) ?? ''}`;
}

export const enValues: ValueWords = {
  quoted: (text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  name: (text) => `"${text}"`,
  money: (amount, currency) => `${currency} ${amount}`,
  flag: (value) => (value ? 'yes' : 'no'),
  moment: (moment, zone) => `${dateText(moment)} at ${clockText(moment)}, ${zone}`,
  zone: (id) => (id === 'UTC' ? 'UTC' : `${(id.split('/').at(-1) ?? id).replaceAll('_', ' ')} time`),
  units: (count, isSaid) => {
    if (isSaid) return `as many units as ${count} says`;
    return count === '1' ? '1 unit' : `${count} units`;
  },
  and: (phrases) => listed(phrases, 'and'),
  or: (phrases) => listed(phrases, 'or'),
  bracketed: (phrase) => `(${phrase})`,
  comma: ', ',
  joined: (sentences) => sentences.join(' '),
};

function dateText({ year, month, day }: Moment): string {
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

function clockText({ clock, offset }: Moment): string {
  return offset === undefined ? clock : `${clock} (UTC${offset})`;
}

const OWNERS: Readonly<Record<Subject, string>> = {
  line: 'the',
  customer: "the customer's",
  order: "the order's",
  shipping: "the charge's",
  row: "the row's",
};

const SUBJECTS: Readonly<Record<Subject, string>> = {
  line: 'the line',
  customer: 'the customer',
  order: 'the order',
  shipping: 'the charge',
  row: 'the row',
};

/** Attributes that are not declared, by what carries them. */
const BUILT_IN: Readonly<Record<string, string>> = {
  'line id': "the line's id",
  'line sku': 'the SKU',
  'line quantity': 'the quantity of the line',
  'line price': 'the list price of one unit',
  'order at': 'the time of the order',
  'order codes': 'the codes entered',
  'shipping id': "the charge's id",
  'shipping amount': 'the amount of the charge',
};

const COMPARED = { '=': 'is', '!=': 'is not' } as const;
const OF_AMOUNTS = {
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
} as const;
const OF_TIMES = {
  '<': 'is before',
  '<=': 'is no later than',
  '>': 'is after',
  '>=': 'is no earlier than',
} as const;

export const enExpressions: ExpressionWords = {
  attribute: (of, name) => BUILT_IN[`${of} ${name}`] ?? `${OWNERS[of]} ${name}`,
  compared: (op, left, right, { type, isKnown }) => {
    const words = { ...COMPARED, ...(type === 'time' ? OF_TIMES : OF_AMOUNTS) }[op];
    return op === '!=' && isKnown ? `${left} is given and is not ${right}` : `${left} ${words} ${right}`;
  },
  oneOf: (value, items) => `${value} is one of ${listed(items, 'or')}`,
  noneOf: (value, items, isKnown) =>
    isKnown
      ? `${value} is given and is none of ${listed(items, 'or')}`
      : `${value} is none of ${listed(items, 'or')}`,
  has: (list, item) => `${list} include ${item}`,
  startsWith: (value, prefix) => `${value} begins with ${prefix}`,
  marked: (of, name, isMarked) => `${SUBJECTS[of]} is ${isMarked ? '' : 'not '}marked "${name}"`,
  not: (part) => `it is not so that (${part})`,
  every: (parts) => parts.join(' and '),
  any: (parts) => parts.join(' or '),
  sum: (parts) => parts.join(' plus '),
  difference: (left, right) => `${left} minus ${right}`,
  product: (parts) => parts.join(' times '),
  quotient: (left, right) => `${left} divided by ${right}`,
  least: (parts) => `the least of ${listed(parts, 'and')}`,
  greatest: (parts) => `the greatest of ${listed(parts, 'and')}`,
  percentage: (number) => `${number} per cent`,
  percentOf: (percent, whole) => `${decimalText(percent)}% of ${whole}`,
  timesQuantity: (attribute) => `${attribute} of all units of the line`,
  goods: (over, where) => {
    const goods = {
      scope: 'the goods in scope',
      cart: 'all goods in the cart',
      line: 'the line',
      unit: 'the unit',
      order: 'all goods of the order',
    }[over];
    return where === undefined ? goods : `${goods} where (${where})`;
  },
  measured: (what, goods, { over, some, after }) => {
    switch (what) {
      case 'list':
        return `the list price of ${goods}`;
      case 'left':
        return after === undefined
          ? `what is left to pay for ${goods}`
          : `what was left to pay for ${goods} after layer ${after}`;
      case 'quantity':
        return `the number of units of ${goods}`;
      case 'count':
        return `the number of lines of ${goods}`;
      case 'skus':
        return `the number of different SKUs of ${goods}`;
      case 'pay':
        return over === 'order' && !some
          ? 'what the customer pays, shipping included'
          : `what the customer pays for ${goods}`;
      case 'discount':
        return `what is taken off ${goods}`;
    }
  },
  lineInHand: 'line',
  divisionByZero: 'a division by zero',
  total: (attribute, goods, type) =>
    type === 'money'
      ? `the total of ${attribute} of all units of ${goods}`
      : `the total of ${attribute}, once per line, of ${goods}`,
};

export const enWindows: WindowWords = {
  always: 'It is always active.',
  anyOf: 'It is active whenever one of these holds:',
  span: ({ from, until, recurring, zone }: Span) => {
    const parts = [rangeText(from, until), ...(recurring === undefined ? [] : recurringTexts(recurring))];
    const text = parts.filter((part) => part !== '').join(', ');
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}, ${zone}.`;
  },
};

function rangeText(from: Span['from'], until: Span['until']): string {
  const last = until?.lastDay;
  if (from !== undefined && last !== undefined && isMidnight(from)) {
    if (dateText(from) === dateText(last)) return `on ${dateText(from)}, all day`;
    const start = from.year === last.year ? dateText(from).replace(/ \d+$/, '') : dateText(from);
    return `from ${start} to ${dateText(last)}, both days included`;
  }
  if (
    from !== undefined &&
    until !== undefined &&
    last === undefined &&
    dateText(from) === dateText(until.moment)
  )
    return `on ${dateText(from)} from ${clockText(from)} until just before ${clockText(until.moment)}`;
  const start = from === undefined ? '' : `from ${momentText(from)}`;
  if (until === undefined) return start === '' ? '' : `${start} on`;
  const end =
    last === undefined
      ? `until just before ${momentText(until.moment)}`
      : `until the end of ${dateText(last)}`;
  return start === '' ? end : `${start} ${end}`;
}

function isMidnight({ clock, offset }: Moment): boolean {
  return clock === '00:00' && offset === undefined;
}

function momentText(moment: Moment): string {
  return isMidnight(moment) ? dateText(moment) : `${dateText(moment)} at ${clockText(moment)}`;
}

function recurringTexts({ weekdays, monthDays, between }: NonNullable<Span['recurring']>): readonly string[] {
  const days = weekdays?.map((day) => `${WEEKDAYS[day - 1] ?? ''}s`);
  const dates = monthDays?.map(ordinal);
  return [
    ...(days === undefined ? [] : [`on ${listed(days, 'and')}`]),
    ...(dates === undefined ? [] : [`on the ${listed(dates, 'and')} of each month`]),
    ...(between === undefined ? [] : [hoursText(between)]),
  ];
}

function hoursText({
  from,
  to,
  isPastMidnight,
}: NonNullable<NonNullable<Span['recurring']>['between']>): string {
  return isPastMidnight
    ? `between ${from} and ${to} on the next day (which counts as the day it begins on)`
    : `between ${from} and ${to}`;
}

export function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
