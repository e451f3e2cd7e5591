import { createToken, Lexer, type TokenType } from 'chevrotain';
import {
  type Choice,
  CHOICE_NAMES,
  CHOICES,
  EXPRESSION_WORDS,
  isCarrier,
  KEYWORDS,
  type Keyword,
  SCENARIO_WORDS,
  STATEMENT_WORDS,
} from './words.js';

/**
 * The vocabulary of the parser. Words are contextual: a keyword's token belongs to every category of names that it
 * may stand for, so a rule that wants a name takes the keyword as well.
 */

/** A class of tokens that is never lexed itself; its label is what messages and the grammar page call it. */
function category(name: string, label: string, ...parents: TokenType[]): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, categories: parents });
}

// Names: which words may stand for one depends on the place -----------------------------------------------------------

export const AnyName: TokenType = category('AnyName', 'a name');
export const AttributeName: TokenType = category('AttributeName', "an attribute's name");
export const LayerName: TokenType = category('LayerName', "a layer's name");
export const PromotionName: TokenType = category('PromotionName', "a promotion's name");
export const PlainName: TokenType = category('PlainName', 'a name');
export const PartyName: TokenType = category('PartyName', "a party's name");
export const OperandName: TokenType = category('OperandName', 'a name');
export const ScenarioName: TokenType = category('ScenarioName', "an attribute's name");

/** For each category of names the words that cannot stand for one without backticks. */
export const NOT_NAMES: ReadonlyMap<TokenType, ReadonlySet<string>> = new Map<TokenType, ReadonlySet<string>>(
  [
    [AnyName, new Set()],
    [AttributeName, new Set(['all'])],
    [LayerName, new Set<string>([...STATEMENT_WORDS.filter((word) => word !== 'shipping'), 'all'])],
    [PromotionName, new Set<string>([...STATEMENT_WORDS, 'tag', 'violation', 'all'])],
    [PlainName, new Set<string>([...STATEMENT_WORDS, 'all'])],
    [PartyName, new Set<string>([...STATEMENT_WORDS, 'its', 'all'])],
    [
      OperandName,
      new Set<string>([...EXPRESSION_WORDS, ...STATEMENT_WORDS.filter((word) => !isCarrier(word))]),
    ],
    [ScenarioName, new Set<string>([...STATEMENT_WORDS, ...SCENARIO_WORDS, 'has', 'all', 'true', 'false'])],
  ],
);

// Choices of one word: the token's text is the value in the tree ----------------------------------------------------------

function choice(name: Choice): TokenType {
  const quoted = CHOICES[name].map((word) => `\`${word}\``);
  return category(name, `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`);
}

/** One category for each choice of words. */
export const choices: Readonly<Record<Choice, TokenType>> = record(
  CHOICE_NAMES.map((name) => [name, choice(name)]),
);

function record<Key extends string, Value>(
  entries: readonly (readonly [Key, Value])[],
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(entries) as Record<Key, Value>;
}

// Words --------------------------------------------------------------------------------------------------------------

const NAME_CATEGORIES = [...NOT_NAMES.keys()];

/** A word that is no keyword. */
export const Identifier: TokenType = category('Identifier', 'a name', ...NAME_CATEGORIES);
/** A name in backticks. */
export const QuotedName: TokenType = category('QuotedName', 'a name', ...NAME_CATEGORIES);

function keyword(word: Keyword): TokenType {
  const names = [...NOT_NAMES].filter(([, excluded]) => !excluded.has(word)).map(([type]) => type);
  const inChoices = CHOICE_NAMES.filter((name) => (CHOICES[name] as readonly Keyword[]).includes(word)).map(
    (name) => choices[name],
  );
  const type = category(`word:${word}`, `\`${word}\``);
  // Set afterwards: chevrotain works out once for the whole vocabulary what it would else for each word over again.
  type.CATEGORIES = [...names, ...inChoices];
  return type;
}

/** The token type of each keyword. */
export const words: Readonly<Record<Keyword, TokenType>> = record(
  KEYWORDS.map((word) => [word, keyword(word)]),
);

/** The token type of a word as it is written. */
export const keywordTypes: ReadonlyMap<string, TokenType> = new Map(Object.entries(words));

// Literals and signs ----------------------------------------------------------------------------------------------------

export const TextToken: TokenType = category('Text', 'a text in double quotes');
export const NumberToken: TokenType = category('Number', 'a number');
export const PercentToken: TokenType = category('Percent', 'a percentage');
export const DateToken: TokenType = category('Date', 'a date');
export const ClockToken: TokenType = category('Clock', 'a time of day');

export const Comma: TokenType = category('Comma', '`,`');
export const Dot: TokenType = category('Dot', '`.`');
export const Open: TokenType = category('Open', '`(`');
export const Close: TokenType = category('Close', '`)`');
export const Equals: TokenType = category('Equals', '`=`');
export const Additive: TokenType = category('Additive', '`+` or `-`');
export const Plus: TokenType = category('Plus', '`+`', Additive);
export const Minus: TokenType = category('Minus', '`-`', Additive);
export const Multiplicative: TokenType = category('Multiplicative', '`*` or `/`');
export const Times: TokenType = category('Times', '`*`', Multiplicative);
export const Slash: TokenType = category('Slash', '`/`', Multiplicative);
export const Comparator: TokenType = category('Comparator', 'a comparison');
export const Less: TokenType = category('Less', '`<`', Comparator);
export const LessOrEqual: TokenType = category('LessOrEqual', '`<=`', Comparator);
export const Greater: TokenType = category('Greater', '`>`', Comparator);
export const GreaterOrEqual: TokenType = category('GreaterOrEqual', '`>=`', Comparator);

/** The token type of each sign as it is written. */
export const signTypes: ReadonlyMap<string, TokenType> = new Map([
  [',', Comma],
  ['.', Dot],
  ['(', Open],
  [')', Close],
  ['=', Equals],
  ['+', Plus],
  ['-', Minus],
  ['*', Times],
  ['/', Slash],
  ['<', Less],
  ['<=', LessOrEqual],
  ['>', Greater],
  ['>=', GreaterOrEqual],
]);

/** Everything the parser may meet, categories included. */
export const vocabulary: TokenType[] = [
  ...NAME_CATEGORIES,
  ...Object.values(choices),
  Identifier,
  QuotedName,
  ...Object.values(words),
  TextToken,
  NumberToken,
  PercentToken,
  DateToken,
  ClockToken,
  Additive,
  Multiplicative,
  Comparator,
  ...signTypes.values(),
];
