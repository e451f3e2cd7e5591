import type { IToken, TokenType } from 'chevrotain';
import {
  ClockToken,
  Comma,
  DateToken,
  Equals,
  Identifier,
  NumberToken,
  PercentToken,
  words,
} from '../tokens.js';
import { RawNumber } from './lexer.js';
import {
  guessClock,
  guessCommas,
  guessDate,
  guessNumber,
  halfWidth,
  isClock,
  isDate,
  isNumber,
  nameFirst,
  nearestDate,
  plainNumber,
  splitInstant,
  withoutCurrency,
  withoutPercent,
} from './numbers.js';
import { endOf, type TokenOutput } from './output.js';

/** Where a comma after a number goes on with a list rather than dividing the number. */
const LIST_STARTS: ReadonlySet<TokenType | undefined> = new Set([
  words.in,
  words.day,
  words.days,
  Comma,
  Equals,
]);

/** Makes a token of a number, and of those that commas without spaces join to it; gives how many stretches it took. */
export function scanNumber(stretches: readonly IToken[], index: number, out: TokenOutput): number {
  const parts = joined(stretches, index);
  const [first, last] = [stretches[index], stretches[index + 2 * parts.length - 2]];
  if (first === undefined || last === undefined) return 1;
  const used = 2 * parts.length - 1;
  if (parts.length === 1 || isList(parts, out)) {
    for (const stretch of stretches.slice(index, index + used)) {
      if (stretch.tokenType === RawNumber) single(stretch, out);
      else putComma(stretch, out);
    }
    return used;
  }
  const percent = last.image.endsWith('%');
  const { value, decimal } = guessCommas(parts.map((part) => halfWidth(part).replace('%', '')));
  const found = out.source.slice(first.startOffset, endOf(last));
  const right = percent ? `${value}%` : value;
  out.mistake(decimal ? 'RK0030' : 'RK0031', first.startOffset, endOf(last), { found, right });
  out.add(percent ? PercentToken : NumberToken, value, first.startOffset, endOf(last));
  return used;
}

function putComma(stretch: IToken, out: TokenOutput): void {
  asciiOf(stretch, out);
  out.put(stretch, Comma, ',');
}

/** The texts of the numbers that stand side by side with nothing but a comma between them. */
function joined(stretches: readonly IToken[], index: number): string[] {
  const parts = [stretches[index]?.image ?? ''];
  for (let next = index + 1; ; next += 2) {
    const [before, comma, number] = [stretches[next - 1], stretches[next], stretches[next + 1]];
    const sticks =
      before !== undefined && comma !== undefined && number !== undefined && !before.image.endsWith('%');
    if (!sticks || !/^[,，]$/.test(comma.image) || number.tokenType !== RawNumber) return parts;
    if (endOf(before) !== comma.startOffset || endOf(comma) !== number.startOffset) return parts;
    parts.push(number.image);
  }
}

/** In a list `1,2` are two numbers, unless one of them could not be a number of its own: `1,000`. */
function isList(parts: readonly string[], out: TokenOutput): boolean {
  const listed = out.parentheses > 0 || LIST_STARTS.has(out.last()?.tokenType);
  return listed && parts.slice(1).every((part) => !/^[0０][0-9０-９]/.test(part));
}

function single(stretch: IToken, out: TokenOutput): void {
  const text = asciiOf(stretch, out);
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1) : text;
  const type = percent ? PercentToken : NumberToken;
  if (isNumber(digits)) {
    out.put(stretch, type, digits);
    return;
  }
  const { value } = guessNumber(digits);
  out.wrong('RK0033', stretch, { found: stretch.image, right: percent ? `${value}%` : value });
  out.put(stretch, type, value);
}

/** The text with full-width characters in their usual form; they are reported. */
function asciiOf(stretch: IToken, out: TokenOutput): string {
  const text = halfWidth(stretch.image);
  if (text !== stretch.image) out.wrong('RK0026', stretch, { found: stretch.image, right: text });
  return text;
}

/** A word that begins with digits: an amount with its currency, a percentage in words, or a name the wrong way round. */
export function scanDigitWord(stretch: IToken, out: TokenOutput): void {
  const found = stretch.image;
  const text = halfWidth(found);
  const [amount, percent, number] = [withoutCurrency(text), withoutPercent(text), plainNumber(text)];
  if (amount !== undefined) {
    out.wrong('RK0032', stretch, { found });
    out.put(stretch, NumberToken, guessNumber(amount).value);
  } else if (percent !== undefined) {
    out.wrong('RK0035', stretch, { found, right: `${percent}%` });
    out.put(stretch, PercentToken, guessNumber(percent).value);
  } else if (number !== undefined) {
    out.wrong('RK0033', stretch, { found, right: number });
    out.put(stretch, NumberToken, guessNumber(number).value);
  } else {
    out.wrong('RK0008', stretch, { found, right: nameFirst(text) });
    out.put(stretch, Identifier);
  }
}

export function scanDate(stretch: IToken, out: TokenOutput): void {
  const text = asciiOf(stretch, out);
  out.put(stretch, DateToken, dateOf(text, stretch, out));
}

/** `11/11/2026` and its like. */
export function scanForeignDate(stretch: IToken, out: TokenOutput): void {
  const { value, right } = guessDate(stretch.image);
  out.wrong('RK0036', stretch, { found: stretch.image, right });
  out.put(stretch, DateToken, value);
}

function dateOf(text: string, stretch: IToken, out: TokenOutput): string {
  switch (isDate(text)) {
    case 'yes':
      return text;
    case 'never':
      out.wrong('RK0037', stretch, { found: text });
      return nearestDate(text);
    case 'no': {
      const { value, right } = guessDate(text);
      out.wrong('RK0036', stretch, { found: text, right });
      return value;
    }
  }
}

export function scanClock(stretch: IToken, out: TokenOutput): void {
  const text = asciiOf(stretch, out);
  out.put(stretch, ClockToken, clockOf(text, stretch, out));
}

function clockOf(text: string, stretch: IToken, out: TokenOutput): string {
  if (isClock(text)) return text;
  const { value, right } = guessClock(text);
  out.wrong('RK0038', stretch, { found: text, right });
  return value;
}

/** `2026-11-11T20:00+08:00`: a date and a time in one word. */
export function scanInstant(stretch: IToken, out: TokenOutput): void {
  const { date, clock } = splitInstant(halfWidth(stretch.image));
  const right = `${isDate(date) === 'yes' ? date : guessDate(date).value} ${isClock(clock) ? clock : guessClock(clock).value}`;
  out.wrong('RK0039', stretch, { found: stretch.image, right });
  const [start, end] = [stretch.startOffset, endOf(stretch)];
  out.add(DateToken, right.slice(0, 10), start, end);
  out.add(ClockToken, right.slice(11), start, end);
}
