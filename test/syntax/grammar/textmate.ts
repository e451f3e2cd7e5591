import {
  CHOICES,
  CLAUSE_WORDS,
  EXPRESSION_WORDS,
  isCarrier,
  KEYWORDS,
  SCENARIO_WORDS,
  STATEMENT_WORDS,
} from '../../../src/syntax/words.js';
import { signTypes } from '../../../src/syntax/tokens.js';

/** A rule of a TextMate grammar: what it matches, and the scopes that its parts are given. */
interface Rule {
  readonly comment?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, Scope>>;
  readonly beginCaptures?: Readonly<Record<string, Scope>>;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

interface Scope {
  readonly name: string;
}

interface Grammar {
  readonly $schema: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

const INNER = String.raw`[\p{L}\p{N}\p{M}_]`;
const NAME = String.raw`(?:[\p{L}_]${INNER}*(?:-${INNER}+)*|\x60[^\x60]*\x60)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}\p{M}_-])`;
const AFTER = `(?!${INNER}|-${INNER})`;
const LINE_START = String.raw`^\s*`;

/** One of these words, and no longer one that contains it. */
function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `${BEFORE}(?:${longestFirst.join('|')})${AFTER}`;
}

function scoped(...names: readonly string[]): Readonly<Record<string, Scope>> {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name: `${name}.reckon` }]));
}

/** `word NAME`, where the name may look like a keyword. */
function named(words: readonly string[], keyword: string, name: string, start = ''): Rule {
  return {
    match: `${start}(${oneOf(words)})\\s+(${NAME})`,
    captures: scoped(keyword, name),
  };
}

const OPERATOR_WORDS = ['and', 'or', 'not', 'is', 'in', 'has', 'starts', 'less', 'more', 'than'];

/** The grammar for editors, from the tables of words: what a word is depends on its place, as far as one line shows it. */
export function textMateGrammar(): Grammar {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Reckon',
    scopeName: 'source.reckon',
    fileTypes: ['reckon'],
    patterns: [
      'comment',
      'text',
      'time',
      'number',
      'statement',
      'attribute',
      'clause',
      'member',
      'operator',
      'word',
      'name',
      'sign',
    ].map((part) => ({ include: `#${part}` })),
    repository: { ...literals(), ...places(), ...wordsAlone() },
  };
}

function literals(): Readonly<Record<string, Rule>> {
  const number = String.raw`(?:0|[1-9][0-9]*)(?:\.[0-9]+)?`;
  return {
    comment: { name: 'comment.line.number-sign.reckon', match: '#.*$' },
    text: {
      name: 'string.quoted.double.reckon',
      begin: '"',
      end: '"|$',
      patterns: [
        { name: 'constant.character.escape.reckon', match: String.raw`\\(?:["\\nt]|u\{[0-9A-Fa-f]{1,6}\})` },
        { name: 'invalid.illegal.escape.reckon', match: String.raw`\\.?` },
      ],
    },
    time: {
      patterns: [
        { name: 'constant.numeric.date.reckon', match: String.raw`${BEFORE}\d{4}-\d{2}-\d{2}${AFTER}` },
        { name: 'constant.numeric.clock.reckon', match: String.raw`${BEFORE}\d{2}:\d{2}(?::\d{2})?${AFTER}` },
      ],
    },
    number: {
      patterns: [
        { name: 'constant.numeric.percentage.reckon', match: `${BEFORE}${number}%` },
        { name: 'constant.numeric.reckon', match: `${BEFORE}${number}${AFTER}` },
      ],
    },
    name: { name: 'variable.other.reckon', match: NAME },
    sign: {
      patterns: [
        { name: 'punctuation.separator.reckon', match: '[,.]' },
        { name: 'punctuation.section.parens.reckon', match: '[()]' },
        { name: 'keyword.operator.reckon', match: signsButPunctuation() },
      ],
    },
  };
}

function signsButPunctuation(): string {
  const signs = [...signTypes.keys()].filter((sign) => !/[,.()]/.test(sign));
  const longestFirst = signs.toSorted((a, b) => b.length - a.length);
  return longestFirst.map((sign) => sign.replace(/[+*/]/, String.raw`\$&`)).join('|');
}

/** Words whose place on the line says what they are, or what the word after them is. */
function places(): Readonly<Record<string, Rule>> {
  const statement = 'keyword.control.statement';
  const clause = 'keyword.control.clause';
  const plain = STATEMENT_WORDS.filter((word) => !isCarrier(word));
  const types = CHOICES.TypeWord.join('|');
  return {
    statement: {
      patterns: [
        named(CHOICES.PromotionWord, statement, 'entity.name.function.promotion'),
        named(['let'], statement, 'entity.name.constant', LINE_START),
        named(['table'], statement, 'entity.name.type.table', LINE_START),
        named(['currency'], statement, 'constant.other.currency', LINE_START),
        {
          match: String.raw`${LINE_START}(${oneOf(['timezone'])})\s+(${NAME}(?:\s*/\s*${NAME})*)`,
          captures: scoped(statement, 'constant.other.timezone'),
        },
        {
          match: String.raw`(${oneOf(CHOICES.Carrier)})\s+(has)${AFTER}`,
          captures: scoped(statement, statement),
        },
        { match: `${LINE_START}(${oneOf(plain)})`, captures: scoped(statement) },
      ],
    },
    attribute: {
      patterns: [
        {
          match: String.raw`(${NAME})\s+(?:(optional)\s+)?(?:(${types})(?=\s*(?:,|#|$))|(list)\s+(of)\s+(text)${AFTER}|(one)\s+(of)${AFTER})`,
          captures: scoped(
            'variable.other.attribute',
            'storage.modifier',
            'storage.type',
            'storage.type',
            'storage.type',
            'storage.type',
            'storage.type',
            'storage.type',
          ),
        },
      ],
    },
    clause: {
      patterns: [
        named(['layer'], clause, 'entity.name.namespace.layer', LINE_START),
        named(['tag'], clause, 'entity.name.tag'),
        named(['after'], 'keyword.other', 'entity.name.namespace.layer'),
        named(CHOICES.TextWord, clause, 'constant.other.language', LINE_START),
        {
          match: `${LINE_START}(${oneOf([...new Set([...CLAUSE_WORDS, ...SCENARIO_WORDS])])})(?!\\s*[.,])`,
          captures: scoped(clause),
        },
      ],
    },
    member: {
      match: String.raw`(${NAME})\s*(\.)\s*(${NAME})`,
      captures: scoped('variable.language', 'punctuation.accessor', 'variable.other.property'),
    },
  };
}

/** Words by themselves. */
function wordsAlone(): Readonly<Record<string, Rule>> {
  const rest = KEYWORDS.filter((word) => !OPERATOR_WORDS.includes(word));
  const constants: readonly string[] = [...CHOICES.Flag, ...CHOICES.WeekdayWord];
  const functions: readonly string[] = CHOICES.FunctionWord;
  const amounts = EXPRESSION_WORDS.filter(
    (word) => ![...OPERATOR_WORDS, ...constants, ...functions, 'all'].includes(word),
  );
  const others = rest.filter((word) => ![...constants, ...functions, ...amounts].includes(word));
  return {
    operator: { name: 'keyword.operator.word.reckon', match: oneOf(OPERATOR_WORDS) },
    word: {
      patterns: [
        { name: 'constant.language.reckon', match: oneOf(constants) },
        { name: 'support.function.reckon', match: oneOf(functions) },
        { name: 'support.variable.amount.reckon', match: oneOf(amounts) },
        { name: 'keyword.other.reckon', match: oneOf(others) },
      ],
    },
  };
}
