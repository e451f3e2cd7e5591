import { RULE_LIMITS } from '../../limits.js';
import type { IToken } from 'chevrotain';
import type { Mistakes } from '../mistakes.js';
import { Identifier, keywordTypes, NumberToken, QuotedName, TextToken } from '../tokens.js';
import {
  ForeignComment,
  ForeignSign,
  ForeignText,
  HashComment,
  lex,
  OpenForeignText,
  OpenName,
  RawClock,
  RawDate,
  RawDigitWord,
  RawForeignDate,
  RawInstant,
  RawName,
  RawNumber,
  RawSign,
  RawText,
  RawWord,
} from './lexer.js';
import { halfWidth } from './numbers.js';
import { endOf, TokenOutput } from './output.js';
import {
  scanClock,
  scanDate,
  scanDigitWord,
  scanForeignDate,
  scanInstant,
  scanNumber,
} from './scan-numbers.js';
import { SignScanner } from './scan-signs.js';
import { type Fault, hiddenIn, isClosed, quoted, unescape } from './texts.js';

/**
 * Makes the parser's tokens of a text. What is written in another way than the language's is reported here and taken for
 * what was meant, so that the parser meets nothing but tokens of the language.
 */
export function scan(file: string, source: string, mistakes: Mistakes): TokenOutput {
  const out = new TokenOutput(file, source, mistakes);
  const hidden = reportHidden(out);
  const stretches = lex(source);
  const signs = new SignScanner(out);
  for (let index = 0; index < stretches.length; ) {
    if (out.full) break;
    index += scanOne(stretches, index, { out, signs, hidden });
  }
  return out;
}

interface Scanning {
  readonly out: TokenOutput;
  readonly signs: SignScanner;
  readonly hidden: ReadonlySet<number>;
}

/** Scans what begins at a stretch; gives how many stretches that were. */
function scanOne(stretches: readonly IToken[], index: number, scanning: Scanning): number {
  const { out, signs } = scanning;
  const stretch = stretches[index];
  if (stretch === undefined) return 1;
  switch (stretch.tokenType) {
    case RawWord:
      scanWord(stretch, out);
      return 1;
    case RawNumber:
      return scanNumber(stretches, index, out);
    case RawSign:
      signs.sign(stretch);
      return 1;
    case ForeignSign:
      signs.foreign(stretch, stretches[index + 1]);
      return 1;
    default:
      break;
  }
  const scanner = SCANNERS.get(stretch.tokenType);
  if (scanner !== undefined) {
    scanner(stretch, out);
    return 1;
  }
  return scanStray(stretches, index, scanning);
}

const SCANNERS: ReadonlyMap<unknown, (stretch: IToken, out: TokenOutput) => void> = new Map([
  [RawText, scanText],
  [RawName, scanName],
  [OpenName, scanName],
  [ForeignText, scanForeignText],
  [OpenForeignText, scanForeignText],
  [HashComment, scanComment],
  [ForeignComment, scanComment],
  [RawDate, scanDate],
  [RawForeignDate, scanForeignDate],
  [RawClock, scanClock],
  [RawInstant, scanInstant],
  [RawDigitWord, scanDigitWord],
]);

/** Signs of a currency that are words, when they stand behind a number. */
const CURRENCY_WORDS: ReadonlySet<string> = new Set(['元', '块', '圆', '円', '원']);

function scanWord(stretch: IToken, out: TokenOutput): void {
  const word = halfWidth(stretch.image);
  const number = out.last();
  if (number?.tokenType === NumberToken && CURRENCY_WORDS.has(word)) {
    const start = number.startOffset;
    out.mistake('RK0032', start, endOf(stretch), { found: out.source.slice(start, endOf(stretch)) });
    return;
  }
  if (word !== stretch.image) out.wrong('RK0026', stretch, { found: stretch.image, right: word });
  if (word.length > RULE_LIMITS.name) out.tooLong('RK0014', stretch, word.length, RULE_LIMITS.name);
  out.put(stretch, keywordTypes.get(word) ?? Identifier, word);
}

function scanText(stretch: IToken, out: TokenOutput): void {
  const closed = isClosed(stretch.image);
  if (!closed) {
    out.wrong('RK0020', stretch, {});
    out.wound(stretch);
  }
  putText(stretch, stretch.image.slice(1, closed ? -1 : undefined), out);
}

function scanForeignText(stretch: IToken, out: TokenOutput): void {
  const open = stretch.tokenType === OpenForeignText;
  const inner = stretch.image.slice(1, open ? undefined : -1);
  if (open) {
    out.wrong('RK0020', stretch, {});
    out.wound(stretch);
  } else {
    out.wrong('RK0021', stretch, { found: `\`${stretch.image}\``, right: `\`${quoted(inner)}\`` });
  }
  putText(stretch, inner, out);
}

function putText(stretch: IToken, inner: string, out: TokenOutput): void {
  const { value, faults } = inner.includes('\\') ? unescape(inner) : { value: inner, faults: NO_FAULTS };
  for (const { start, end } of faults) {
    const at = stretch.startOffset + 1;
    out.mistake('RK0022', at + start, at + end, { found: inner.slice(start, end) });
  }
  if (value.length > RULE_LIMITS.quoted) out.tooLong('RK0015', stretch, value.length, RULE_LIMITS.quoted);
  out.put(stretch, TextToken, value);
}

const NO_FAULTS: readonly Fault[] = [];

function scanName(stretch: IToken, out: TokenOutput): void {
  const open = stretch.tokenType === OpenName;
  const name = stretch.image.slice(1, open ? undefined : -1);
  if (open || name === '') out.wrong('RK0024', stretch, { fault: open ? 'not closed' : 'empty' });
  if (open) out.wound(stretch);
  if (name.length > RULE_LIMITS.name) out.tooLong('RK0014', stretch, name.length, RULE_LIMITS.name);
  out.put(stretch, QuotedName, name);
}

function scanComment(stretch: IToken, out: TokenOutput): void {
  const { image, startOffset } = stretch;
  if (stretch.tokenType === ForeignComment) {
    out.mistake('RK0029', startOffset, startOffset + 2, { found: image.slice(0, 2) });
  } else if (!image.startsWith('#')) {
    out.mistake('RK0026', startOffset, startOffset + 1, { found: image.slice(0, 1), right: '#' });
  }
  out.comment(stretch);
}

/** Hidden characters are a danger wherever they stand: a reader sees another text than the one that counts. */
function reportHidden(out: TokenOutput): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { at, code } of hiddenIn(out.source)) {
    if (out.full) break;
    hidden.add(at);
    const surrogate = /^D[89A-F]/.test(code);
    const help = surrogate
      ? 'leave it out: half of a character is lost'
      : `leave it out, or write \`\\u{${code}}\` in a text`;
    out.mistake('RK0023', at, at + 1, { character: `U+${code}`, help });
  }
  return hidden;
}

/** Characters without meaning, as many as stand side by side; hidden ones have been reported. */
function scanStray(stretches: readonly IToken[], index: number, { signs, hidden }: Scanning): number {
  const first = stretches[index];
  if (first === undefined || hidden.has(first.startOffset)) return 1;
  let count = 1;
  for (let next = stretches[index + 1]; next !== undefined; next = stretches[index + count]) {
    if (
      next.tokenType !== first.tokenType ||
      next.startOffset !== endOf(first) ||
      hidden.has(next.startOffset)
    )
      break;
    first.endOffset = next.endOffset ?? next.startOffset;
    first.image += next.image;
    count += 1;
  }
  signs.stray(first);
  return count;
}
