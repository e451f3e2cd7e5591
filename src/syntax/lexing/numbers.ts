/** Numbers, dates and times of day: the forms of the language, and what people write for them elsewhere. */

/** A form that is not the language's: what was probably meant, for the tree and for the message. */
export interface Guess {
  readonly value: string;
  readonly right: string;
}

/** The ASCII form of full-width digits and signs. */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.normalize('NFKC');
}

const FULL_WIDTH = /[\uFF01-\uFF5E]/;

/** `300`, `0.5`: digits without needless zeros in front, and decimals. */
export function isNumber(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
}

/** The number that `15.5.5`, `.5`, `5.` or `007` was meant to be. */
export function guessNumber(text: string): Guess {
  const [, whole = '', decimals] = /^(\d*)(?:\.(\d+))?/.exec(text) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = decimals === undefined ? digits : `${digits}.${decimals}`;
  return { value, right: value };
}

/** How commas divide a number: `1,000.00` holds thousands, `300,00` decimals. */
export function guessCommas(parts: readonly string[]): Guess & { readonly decimal: boolean } {
  const [first = '', ...rest] = parts;
  const thousands =
    /^\d{1,3}$/.test(first) && rest.every((part, index) => isThousand(part, index === rest.length - 1));
  if (thousands) return { ...guessNumber(parts.join('')), decimal: false };
  const [decimals = ''] = rest;
  const joined =
    rest.length === 1 ? `${first.replaceAll('.', '')}.${decimals.replaceAll('.', '')}` : parts.join('');
  return { ...guessNumber(joined), decimal: rest.length === 1 };
}

function isThousand(part: string, last: boolean): boolean {
  return last ? /^\d{3}(?:\.\d+)?$/.test(part) : /^\d{3}$/.test(part);
}

/** The amount in `300元` or `20USD`. */
export function withoutCurrency(text: string): string | undefined {
  return /^(\d+(?:\.\d+)?)(?:元|块|圆|円|원|yuan|cny|rmb|usd|eur|gbp|jpy)$/iu.exec(text)?.[1];
}

/** The number in `15percent`. */
export function withoutPercent(text: string): string | undefined {
  return /^(\d+(?:\.\d+)?)(?:percents?|pct)$/iu.exec(text)?.[1];
}

/** The number in `1_000` or `1e5`. */
export function plainNumber(text: string): string | undefined {
  if (/^\d+(?:_\d+)+(?:\.\d+)?$/.test(text)) return text.replaceAll('_', '');
  const [, digits, zeros] = /^(\d+)e(\d{1,2})$/i.exec(text) ?? [];
  return digits === undefined ? undefined : digits.padEnd(digits.length + Number(zeros), '0');
}

/** The name that `618-sale` was meant to be: `sale-618`. */
export function nameFirst(text: string): string {
  const [, digits = '', word = ''] = /^([\d.-]*\d)-?(.*)$/u.exec(text) ?? [];
  return `${word}-${digits.replaceAll('.', '-')}`;
}

/** Whether year, month and day have their digits, and month and day can be; the calendar itself is not asked. */
export function isDate(text: string): 'yes' | 'no' | 'never' {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'no';
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? 'yes' : 'never';
}

/** The date that `2026-1-5`, `11/11/2026` or `2026年1月5日` was meant to be; `3/4/2026` could be either of two. */
export function guessDate(text: string): Guess {
  const [a = 0, b = 0, c = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  const readings = /^\d{4}/.test(text) ? [written(a, b, c)] : [written(c, a, b), written(c, b, a)];
  const dates = [...new Set(readings.filter((date) => isDate(date) === 'yes'))];
  const [value = nearestDate(text)] = dates;
  return {
    value,
    right: dates.length === 0 ? 'it as `2026-11-30`' : dates.map((date) => `\`${date}\``).join(' or '),
  };
}

/** A day that exists, for the tree: later floors must not stumble over one that does not. */
export function nearestDate(text: string): string {
  const [year = 0, month = 0, day = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  const within = (part: number, most: number): number => Math.max(1, Math.min(part, most));
  return written(Math.min(year, 9999), within(month, 12), within(day, 28));
}

function written(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `20:00` or `20:00:30`. */
export function isClock(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);
}

/** The time of day that `8:00` or `24:00` was meant to be. */
export function guessClock(text: string): Guess {
  const padded = text.padStart(text.length + (text.indexOf(':') === 1 ? 1 : 0), '0');
  if (isClock(padded)) return { value: padded, right: `\`${padded}\`` };
  if (/^24:00(?::00)?$/.test(text)) return { value: '00:00', right: '`00:00` of the next day' };
  return { value: '00:00', right: 'hours from 00 to 23 and minutes from 00 to 59: `20:00`' };
}

/** The date and the time in `2026-11-11T20:00+08:00`. */
export function splitInstant(text: string): { readonly date: string; readonly clock: string } {
  const [date = '', rest = ''] = text.split(/[Tt]/);
  return { date, clock: /^[\d:]+/.exec(rest)?.[0] ?? '' };
}
