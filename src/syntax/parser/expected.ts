import { isPromotionWord, isStatementWord, isWeekday, OFFER_WORDS, SCENARIO_WORDS } from '../words.js';

/** What to write, for the parts whose names do not say it themselves. */
const HELP: ReadonlyMap<string, string> = new Map([
  ['an offer', `an offer begins with ${either(OFFER_WORDS)}`],
  ['a value', 'write a number, a percentage, a text in quotes, a date, a name or a parenthesis'],
  ['a condition', 'write a test such as `customer.tier is vip` or `list >= 100.00`'],
  ['a test', 'test the name: `brand is "x"`, `price >= 100.00`, `category in "a", "b"`'],
  ['a type', 'types are `text`, `number`, `money`, `flag`, `time`, `list of text` and `one of a, b`'],
  ['a setting', 'settings are `counting`, `rounding`, `share`, `shares`, `to`, `rest to` and `overflow`'],
  ['a part of `active`', 'write `from …`, `until …`, `through …`, `on …`, `between … and …` or `in ZONE`'],
  ['a date', 'write year, month and day: `2026-11-11`'],
  ['a time of day', 'write hours and minutes: `20:00`'],
  ['a text in double quotes', 'write it between `"` and `"`'],
  ['a whole number', 'write digits only: `3`'],
  ['a number', 'write digits, and decimals after a point: `300` or `300.00`'],
  ['a percentage', 'write a number and `%` without a space: `15%`'],
  ['how many', 'write a whole number, a name or `row.x`'],
  ["a promotion's name", 'write a name that begins with a letter, such as `brand-day`'],
  ["a layer's name", 'write a name that `layers` declares, such as `item`'],
  ["an attribute's name", 'write the name of an attribute, such as `store`'],
  ['a name', 'write a name that begins with a letter, such as `brand-day`'],
  ['`times`', 'write `times` here; a largest amount is said by `capped at 200.00`'],
  ['`)`', 'close the parenthesis with `)`'],
  [
    'an expectation',
    'write `expect pay 226.10`, `expect NAME takes 20.00`, `expect NAME refused` or the like',
  ],
]);

/** What to do where a part is missing. */
export function helpFor(expected: string): string {
  return HELP.get(expected) ?? `write ${expected} here`;
}

/** What to do about a word of the language that stands where a name is due. */
export function helpForWord(word: string): string {
  return isStatementWord(word) ? 'choose another name' : 'write it in backticks, or choose another name';
}

/** Whole numbers as people say them. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['once', 1],
  ['two', 2],
  ['twice', 2],
  ['three', 3],
]);

/** What to write for what people are used to, by the two words behind, the one that does not fit and the two after it. */
export function helpForHabit(
  [before = '', behind = '']: readonly string[],
  found: string,
  [after = '', next = '']: readonly string[],
): string | undefined {
  if (found === 'max') return helpForMost(after, next);
  if (behind === 'to' && DATE.test(found)) return helpForEnd(found, after);
  if (found === '-' && DATE.test(after)) return helpForEnd(after, next);
  if (behind === 'on' && DATE.test(found)) return `write \`from ${found} through ${found}\``;
  if (before === 'take' && behind === 'off') return `write \`take ${found} off\``;
  if (found === 'free' && after === 'shipping') return 'write `ship free`';
  if (found === ',' && before === 'is') return 'write `in` instead of `is` before several values';
  if (found === 'in' && behind === 'lines') return `write \`on lines where ${after} …\``;
  if (found === 'and' && isWeekday(behind)) return `write a comma between days: \`${behind}, ${after}\``;
  if (found === 'get' && next.startsWith('"')) return `write \`give ${after} of ${next}\``;
  if (found === 'get' && before === 'spend') return `write \`take ${after} off\``;
  if (found === 'get') return helpForGet(Number(behind), Number(after));
  if (isPromotionWord(before) && /^\p{L}/u.test(found))
    return `write the name as one word: \`${behind}-${found}\``;
  return undefined;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A window ends with a day or just before a time. */
function helpForEnd(date: string, time: string): string {
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return isTime ? `write \`until ${date} ${time}\`` : `write \`through ${date}\` to include that day`;
}

/** `max 50` is an amount, `max 3 times` and `max 1000 uses` count. */
function helpForMost(most: string, of: string): string {
  if (of === 'times') return `write \`up to ${most} times\``;
  if (of === 'per') return `write \`limit ${most} per customer\``;
  return /^(uses?|redemptions?)$/.test(of)
    ? `write \`limit ${most} in total\``
    : `write \`capped at ${most}\``;
}

/** `buy 2 get 1 free` comes again with every three units. */
function helpForGet(bought: number, free: number): string | undefined {
  if (!Number.isSafeInteger(bought + free)) return undefined;
  return `write \`every ${bought + free} units make the cheapest ${free} free\``;
}

/** How a whole percentage off is said as what is left to pay. */
export function payInstead(written: string): string {
  const percent = written.endsWith('%') ? Number(written.slice(0, -1)) : NaN;
  const fits = Number.isInteger(percent) && percent > 0 && percent < 100;
  return fits ? `, or \`pay ${100 - percent}%\`` : '';
}

/** `a`, `b` or `c`, each in backticks. */
function either(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length === 1 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** How a statement may begin, and how a clause, for messages: not every word, but enough to go on. */
export const STATEMENTS: string = either([
  'promotion',
  'coupon',
  'layers',
  'let',
  'guarantee',
  'scenario',
  'line has',
]);
export const CLAUSES: string = `${either(['layer', 'when', 'on lines', 'spend', 'every', 'take', 'funded by'])}, among others`;
export const SCENARIO_PARTS: string = either(SCENARIO_WORDS);
