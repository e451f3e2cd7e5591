import { type IToken, tokenMatcher, type TokenType } from 'chevrotain';
import {
  choices,
  DateToken,
  Greater,
  GreaterOrEqual,
  Identifier,
  Less,
  LessOrEqual,
  NOT_NAMES,
  NumberToken,
  Open,
  OperandName,
  PercentToken,
  QuotedName,
  ScenarioName,
  TextToken,
  words,
} from './tokens.js';
import {
  CLAUSE_WORDS,
  type Keyword,
  KEYWORDS,
  OFFER_WORDS,
  SCENARIO_WORDS,
  SETTING_WORDS,
  STATEMENT_WORDS,
} from './words.js';

/**
 * What may begin what. Recovery needs more than the grammar says: keywords may be names, so a keyword ahead begins a
 * clause only if what follows it fits.
 */

type Starts = ReadonlySet<TokenType>;

function starts(...keywords: readonly Keyword[]): Starts {
  return new Set(keywords.map((word) => words[word]));
}

export const STATEMENT_STARTS: Starts = starts(...STATEMENT_WORDS);
export const CLAUSE_STARTS: Starts = starts(...CLAUSE_WORDS);
export const OFFER_STARTS: Starts = starts(...OFFER_WORDS);
const SETTING_STARTS: Starts = starts(...SETTING_WORDS);
export const SCENARIO_STARTS: Starts = starts(...SCENARIO_WORDS);

/** Words that are statements only before `has`. */
const CARRIERS = starts('line', 'customer', 'order', 'shipping');

/** How many, and how much: names that are keywords too count only where nothing else is likely. */
const COUNTS = [NumberToken, Identifier, QuotedName, words.row];
const AMOUNTS = [
  ...COUNTS,
  PercentToken,
  Open,
  words.order,
  words.customer,
  words.list,
  words.left,
  words.total,
];

/** What may follow a keyword where it begins a statement or a clause; a keyword not listed may be followed by anything. */
const AFTER: ReadonlyMap<TokenType, readonly TokenType[]> = new Map(
  Object.entries({
    currency: [Identifier],
    timezone: [Identifier],
    line: [words.has],
    customer: [words.has],
    order: [words.has],
    shipping: [words.has],
    layers: [Identifier, QuotedName, words.capped],
    promotion: [Identifier, QuotedName, TextToken],
    coupon: [Identifier, QuotedName, TextToken],
    allow: [NumberToken],
    let: [Identifier, QuotedName],
    import: [TextToken],
    table: [Identifier, QuotedName],
    default: [...SETTING_STARTS, words.choose, words.search, words.prices],
    scenario: [TextToken],
    layer: [Identifier, QuotedName, words.shipping],
    priority: [NumberToken],
    active: [choices.EndpointWord, words.in, words.on, words.between],
    code: [TextToken, words.like],
    on: [words.lines, words.shipping],
    for: [words.each, words.at],
    pay: [NumberToken, PercentToken],
    price: [NumberToken, PercentToken],
    take: AMOUNTS,
    spend: AMOUNTS,
    buy: COUNTS,
    every: AMOUNTS,
    make: [words.the, words.free],
    give: COUNTS,
    offer: COUNTS,
    ship: [words.free, words.for],
    bundle: COUNTS,
    unit: [NumberToken],
    units: [NumberToken],
    capped: [words.at],
    up: [words.to],
    leave: [words.at],
    limit: [NumberToken],
    budget: [NumberToken],
    funded: [words.by],
    commission: [Identifier, QuotedName],
    returns: [choices.ReturnsWord],
    note: [TextToken, Identifier],
    message: [TextToken, Identifier],
    title: [TextToken, Identifier],
    tag: [Identifier, QuotedName],
    not: [words.with],
    rounding: [choices.RoundingMode],
    share: [words.by, words.equally],
    shares: [choices.ShareRounding, words.in],
    to: [words.largest, choices.EndWord],
    rest: [words.to],
    overflow: [words.to, words.dropped],
    at: [DateToken],
    expect: [choices.ClosingAmount, words.line, words.gift, words.violation, Identifier, QuotedName],
    usage: [Identifier, QuotedName],
  } satisfies { [K in Keyword]?: readonly TokenType[] }).map(([word, types]) => [
    words[word as Keyword],
    types,
  ]),
);

/** Whether a token and the one after it look like the beginning of something; `has` the words that may begin it. */
export function beginsOne(of: Starts, token: IToken, after: IToken): boolean {
  if (!of.has(token.tokenType)) return false;
  const expected = AFTER.get(token.tokenType);
  return expected === undefined || expected.some((type) => tokenMatcher(after, type));
}

/** Whether a token begins a statement: `line` and its like do so only before `has`. */
export function beginsStatement(token: IToken, after: IToken): boolean {
  return (
    STATEMENT_STARTS.has(token.tokenType) && (!CARRIERS.has(token.tokenType) || after.tokenType === words.has)
  );
}

/** What stands behind no name and no value: a keyword before it begins something. */
const NEVER_BEHIND: ReadonlySet<TokenType> = new Set([
  Identifier,
  QuotedName,
  TextToken,
  NumberToken,
  PercentToken,
  DateToken,
  words.lines,
  words.by,
  words.from,
  words.until,
  words.through,
  words.between,
  words.with,
]);

/** Whether a keyword can only begin a clause or a statement, because of what follows it. */
export function onlyBegins(token: IToken, after: IToken): boolean {
  return (
    NEVER_BEHIND.has(after.tokenType) &&
    AFTER.get(token.tokenType)?.some((type) => tokenMatcher(after, type)) === true
  );
}

const NOT_OPERANDS = NOT_NAMES.get(OperandName);
const NAMES = [
  Identifier,
  QuotedName,
  ...KEYWORDS.filter((word) => NOT_OPERANDS?.has(word) !== true).map((word) => words[word]),
];
const LITERAL_VALUES = [TextToken, NumberToken, PercentToken, DateToken, words.true, words.false];
const LINE_AMOUNTS = [words.list, words.left, words.quantity, words.pay, words.discount];

export const COUNT_STARTS: Starts = new Set([...NAMES, NumberToken]);
export const PERCENT_STARTS: Starts = new Set([...NAMES, PercentToken]);
export const VALUE_STARTS: Starts = new Set([...NAMES, ...LITERAL_VALUES, Open]);
export const SCENARIO_VALUE_STARTS: Starts = new Set([
  Identifier,
  QuotedName,
  ...KEYWORDS.filter((word) => NOT_NAMES.get(ScenarioName)?.has(word) !== true).map((word) => words[word]),
  ...LITERAL_VALUES,
]);
export const LINE_TEST_STARTS: Starts = new Set([...NAMES, ...LINE_AMOUNTS, Open]);
export const OPERAND_STARTS: Starts = new Set([
  ...VALUE_STARTS,
  ...LINE_AMOUNTS,
  words.count,
  words.total,
  words.min,
  words.max,
]);
export const TEST_STARTS: Starts = new Set([
  words.is,
  words.in,
  words.not,
  words.has,
  words.starts,
  words.less,
  words.more,
  words.at,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
]);
