import { createToken, type ILexingResult, Lexer, type TokenType } from 'chevrotain';

/**
 * The first reading of a text: stretches of characters by their looks. `scan` makes the parser's tokens of them.
 * Every character belongs to some stretch, so the lexer itself never reports anything.
 */

/** chevrotain drops the flags of a pattern, so patterns that need `u` are functions round a sticky one. */
function raw(name: string, pattern: RegExp, group?: string): TokenType {
  const sticky = new RegExp(pattern.source, 'uy');
  const exec = (text: string, offset: number): RegExpExecArray | null => {
    sticky.lastIndex = offset;
    return sticky.exec(text);
  };
  return createToken({ name, pattern: { exec }, line_breaks: true, ...(group !== undefined && { group }) });
}

const WORD = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_]*(?:-[\p{L}\p{N}\p{M}_]+)*`;
const DIGIT = '[0-9０-９]';
const POINT = '[.．]';
const COLON = '[:：]';
const HYPHEN = '[-－]';
/** Nothing that would make a number part of a longer word. */
const END = String.raw`(?![\p{L}\p{N}_])`;

const DATE = `${DIGIT}+${HYPHEN}${DIGIT}+${HYPHEN}${DIGIT}+`;
const CLOCK = `${DIGIT}{1,2}${COLON}${DIGIT}{2}(?:${COLON}${DIGIT}{2})?`;
const ZONE = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`;

export const Space: TokenType = raw('Space', /[\s\uFEFF]+/, Lexer.SKIPPED);
export const HashComment: TokenType = raw('HashComment', /[#＃][^\r\n]*/);
export const SlashComment: TokenType = raw('SlashComment', /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/);
export const RawWord: TokenType = raw('RawWord', new RegExp(WORD, 'u'));
/** `2026-11-11T20:00+08:00` */
export const RawInstant: TokenType = raw(
  'RawInstant',
  new RegExp(`${DATE}[Tt]${CLOCK}(?:\\.\\d+)?${ZONE}`, 'u'),
);
/** `2026-11-11`, `2026-1-5` */
export const RawDate: TokenType = raw('RawDate', new RegExp(`${DATE}(?!-)${END}`, 'u'));
/** `11/11/2026`, `2026.11.11` */
export const RawForeignDate: TokenType = raw(
  'RawForeignDate',
  /(?:\d{4}([/.])\d{1,2}\1\d{1,2}|\d{1,2}([/.])\d{1,2}\2\d{4})(?![\p{L}\p{N}_.])/u,
);
/** `20:00`, `8:00` */
export const RawClock: TokenType = raw('RawClock', new RegExp(CLOCK + END, 'u'));
/** `618-sale`, `300元`, `1e5` */
export const RawDigitWord: TokenType = raw(
  'RawDigitWord',
  new RegExp(
    `${DIGIT}+(?:${POINT}${DIGIT}+)?(?:-${DIGIT}+)*-?(?=[\\p{L}_])[\\p{L}\\p{N}\\p{M}_]+(?:-[\\p{L}\\p{N}\\p{M}_]+)*`,
    'u',
  ),
);
/** `300`, `300.00`, `15%`, and what only looks like a number: `15.5.5%`, `.5`, `5.` */
export const RawNumber: TokenType = raw(
  'RawNumber',
  new RegExp(
    `(?:${DIGIT}+(?:${POINT}${DIGIT}+)*${POINT}?|(?<![\\p{L}\\p{N}_)])${POINT}${DIGIT}+)[%％]?`,
    'u',
  ),
);
export const RawText: TokenType = raw('RawText', /"(?:[^"\\\r\n]|\\[^\r\n])*"/);
export const RawQuotedName: TokenType = raw('RawQuotedName', /`[^`\r\n]*`/);
/** `“curly”`, `'single'` and the like, each closed by a mark of its kind. */
export const RawForeignText: TokenType = raw(
  'RawForeignText',
  /[“”„＂][^"“”„＂\r\n]*["“”＂]|'[^'\r\n]*'|[‘’][^‘’\r\n]*[‘’]|「[^」\r\n]*」|『[^』\r\n]*』|«[^»\r\n]*»/u,
);
/** A text that the line ends before its closing quote. */
export const RawOpenText: TokenType = raw('RawOpenText', /["“”„＂](?:[^\\\r\n]|\\[^\r\n]|\\)*/u);
export const RawOpenName: TokenType = raw('RawOpenName', /`[^`\s]*/);
export const RawSign: TokenType = raw('RawSign', /<=|>=|[-,.()=+*/<>]/);
/** Signs of other languages, full-width signs, and whatever no rule file holds. */
export const RawForeignSign: TokenType = raw(
  'RawForeignSign',
  /===|!==|==|!=|<>|=<|=>|&&|\|\||[!&|;{}[\]:%^~?@$\\'‘’]|\p{Sc}|[≤≥≠×÷−–—·，、。；：（）％＋－＊／＝＜＞！．＆｜｛｝［］【】《》]/u,
);
export const RawStray: TokenType = raw(
  'RawStray',
  /(?![\s"'`#])(?:[^\p{L}\p{N}\p{P}\p{S}\s]|[^\0-\x7f])+?|[^]/u,
);

/** Longer looks come before what they begin with: `>=` is taken from `RawForeignSign` only after `=>` could be. */
const order: TokenType[] = [
  Space,
  RawWord,
  HashComment,
  RawText,
  RawQuotedName,
  RawInstant,
  RawDate,
  RawForeignDate,
  RawClock,
  RawDigitWord,
  RawNumber,
  SlashComment,
  RawForeignSign,
  RawSign,
  RawForeignText,
  RawOpenText,
  RawOpenName,
  RawStray,
];

const lexer = new Lexer(order, { positionTracking: 'onlyOffset', skipValidations: true });

/** Cuts a text into raw tokens; comments are among them. */
export function lex(source: string): ILexingResult['tokens'] {
  return lexer.tokenize(source).tokens;
}
