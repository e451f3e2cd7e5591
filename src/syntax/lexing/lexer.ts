import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';

/**
 * The first reading of a text: stretches of characters by their looks. `scan` makes the parser's tokens of them.
 * Every character belongs to some stretch, so the lexer itself never reports anything.
 */

/** Where a stretch of many millions of characters is too long for the expression, it is cut: nobody writes such. */
const CUT = 1_000_000;

/** What patterns that look back need of what stands before. */
const BEHIND = 2;

/** Runs a sticky expression; the host has a RangeError where one needs more memory than expressions are given. */
function match(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset;
  try {
    return sticky.exec(text);
  } catch (error) {
    if (!(error instanceof RangeError) || text.length <= CUT + BEHIND) throw error;
    const from = Math.max(0, offset - BEHIND);
    return match(sticky, text.slice(from, offset + CUT), offset - from);
  }
}

/** chevrotain drops a pattern's flags; `\p{L}` needs `u`, so each pattern is a function round a sticky expression. */
function raw(name: string, looks: RegExp, group?: string): TokenType {
  const sticky = new RegExp(looks.source, 'uy');
  const exec = (text: string, offset: number): RegExpExecArray | null => match(sticky, text, offset);
  return createToken({ name, pattern: { exec }, line_breaks: true, ...(group !== undefined && { group }) });
}

const DIGIT = '[0-9０-９]';
const POINT = '[.．]';
const COLON = '[:：]';
const INNER = String.raw`[\p{L}\p{N}\p{M}_]`;
/** Nothing that would make what stands before it the beginning of a longer word. */
const END = String.raw`(?![\p{L}\p{N}_])`;
const HYPHEN = '[-－]';
const DATE = `${DIGIT}+${HYPHEN}${DIGIT}+${HYPHEN}${DIGIT}+`;
const CLOCK = `${DIGIT}{1,2}${COLON}${DIGIT}{2}(?:${COLON}${DIGIT}{2})?`;

function pattern(source: string): RegExp {
  return new RegExp(source, 'u');
}

const Space: TokenType = raw('Space', /[\s\uFEFF]+/u, Lexer.SKIPPED);
export const HashComment: TokenType = raw('HashComment', /[#＃][^\r\n]*/u);
export const ForeignComment: TokenType = raw('ForeignComment', /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)/u);
/** A letter of any script or `_`, then letters, digits, marks, `_`, inner hyphens. */
export const RawWord: TokenType = raw('RawWord', pattern(String.raw`[\p{L}_]${INNER}*(?:-${INNER}+)*`));
/** `2026-11-11T20:00+08:00` */
export const RawInstant: TokenType = raw(
  'RawInstant',
  pattern(`${DATE}[Tt]${CLOCK}(?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:?\\d{2})?`),
);
/** `2026-11-11`, and what is like it: `2026-1-5`. */
export const RawDate: TokenType = raw('RawDate', pattern(`${DATE}(?!-)${END}`));
/** `11/11/2026`, `2026.11.11`, `2026年11月11日` */
export const RawForeignDate: TokenType = raw(
  'RawForeignDate',
  /\d{4}([/.])\d{1,2}\1\d{1,2}(?![\p{L}\p{N}_.])|\d{1,2}([/.])\d{1,2}\2\d{4}(?![\p{L}\p{N}_.])|\d{4}年\d{1,2}月\d{1,2}[日号]/u,
);
/** `20:00`, and what is like it: `8:00`. */
export const RawClock: TokenType = raw('RawClock', pattern(CLOCK + END));
/** `618-sale`, `300元`, `1e5` */
export const RawDigitWord: TokenType = raw(
  'RawDigitWord',
  pattern(
    String.raw`${DIGIT}+(?:${POINT}${DIGIT}+)?(?:-${DIGIT}+){0,8}-?(?=[\p{L}_])${INNER}+(?:-${INNER}+)*`,
  ),
);
/** `300`, `300.00`, `15%`, and what is like them: `15.5.5%`, `.5`, `5.` */
export const RawNumber: TokenType = raw(
  'RawNumber',
  pattern(
    String.raw`(?:${DIGIT}+(?:${POINT}${DIGIT}+)*(?:\.(?![.\p{L}]))?|(?<![\p{L}\p{N}_)\x60])${POINT}${DIGIT}+)[%％]?`,
  ),
);
/** A text, its closing quote included if the line has one: the pattern never fails, so it never runs back over a long line. */
export const RawText: TokenType = raw('RawText', /"(?:[^"\\\r\n]+|\\[^\r\n])*["\\]?/u);
export const RawName: TokenType = raw('RawName', /`[^`\r\n]*`/u);
/** `“curly”`, `'single'` and their like. */
export const ForeignText: TokenType = raw(
  'ForeignText',
  /[“”„＂][^"“”„＂\r\n]*["“”＂]|['‘’][^'‘’\r\n]*['‘’]|「[^「」\r\n]*」|『[^『』\r\n]*』|«[^«»\r\n]*»/u,
);
/** The same, cut off by the end of the line. */
export const OpenForeignText: TokenType = raw('OpenForeignText', /[“”„＂][^\r\n]*/u);
export const OpenName: TokenType = raw('OpenName', /`[^`\s]*/u);
export const RawSign: TokenType = raw('RawSign', /<=|>=|[-,.()=+*/<>]/u);
/** Signs of other languages, and full-width ones. */
export const ForeignSign: TokenType = raw(
  'ForeignSign',
  /===?|!==?|<>|=<|=>|&&|\|\||[!&|;{}[\]:%]|\p{Sc}|[≤≥≠×÷−–—，、。；：（）％＋－＊／＝＜＞！．＆｜｛｝［］【】]/u,
);
const Stray: TokenType = raw('Stray', /[^]/u);

/** What is longer stands before what it begins with. */
const order: TokenType[] = [
  Space,
  RawWord,
  HashComment,
  RawText,
  RawName,
  RawInstant,
  RawDate,
  RawForeignDate,
  RawClock,
  RawDigitWord,
  RawNumber,
  ForeignComment,
  ForeignSign,
  RawSign,
  ForeignText,
  OpenForeignText,
  OpenName,
  Stray,
];

const lexer = new Lexer(order, { positionTracking: 'onlyOffset', skipValidations: true });

/** Cuts a text into stretches; white space is left out. */
export function lex(source: string): IToken[] {
  const { tokens } = lexer.tokenize(source);
  // Where a token ends is kept now: its image may become another one.
  for (const token of tokens) token.endOffset = token.startOffset + token.image.length - 1;
  return tokens;
}
