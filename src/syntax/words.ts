/** The words of the language, grouped by what they can begin. Every one of them may also be a name where it begins nothing. */

/** Words that begin a statement; `line`, `customer`, `order` and `shipping` do so before `has`. */
export const STATEMENT_WORDS = [
  'currency',
  'timezone',
  'line',
  'customer',
  'order',
  'shipping',
  'layers',
  'promotion',
  'coupon',
  'allow',
  'guarantee',
  'let',
  'import',
  'table',
  'default',
  'scenario',
] as const;

export function isStatementWord(word: string): boolean {
  return (STATEMENT_WORDS as readonly string[]).includes(word);
}

/** Whether a word is one of those whose attributes `has` declares: they begin a statement only before it. */
export function isCarrier(word: string): boolean {
  return (CHOICES.Carrier as readonly string[]).includes(word);
}

/** Words that begin an offer, its unit position included. */
export const OFFER_WORDS = [
  'take',
  'pay',
  'price',
  'make',
  'give',
  'offer',
  'ship',
  'bundle',
  'unit',
  'units',
] as const;

/** Words that begin a limit; `for` does so before `at`. */
export const LIMIT_WORDS = ['capped', 'up', 'for', 'leave'] as const;

/** Words that begin a setting. */
export const SETTING_WORDS = ['counting', 'rounding', 'share', 'shares', 'to', 'rest', 'overflow'] as const;

/** Words that open offers. */
export const THRESHOLD_WORDS = ['spend', 'buy', 'every'] as const;

/** The words that begin any other clause of a promotion; `not` does so before `with`. */
export const PLAIN_CLAUSE_WORDS = [
  'layer',
  'priority',
  'active',
  'when',
  'code',
  'on',
  'limit',
  'budget',
  'funded',
  'commission',
  'returns',
  'note',
  'message',
  'title',
  'tag',
  'not',
  'alone',
  'stop',
] as const;

/** Words that begin a part of a scenario. */
export const SCENARIO_WORDS = [
  'at',
  'customer',
  'order',
  'cart',
  'shipping',
  'code',
  'usage',
  'expect',
] as const;

/** Words that expressions are made of: as names they stand in backticks there. */
export const EXPRESSION_WORDS = [
  'and',
  'or',
  'not',
  'is',
  'in',
  'has',
  'true',
  'false',
  'min',
  'max',
  'total',
  'list',
  'left',
  'quantity',
  'count',
  'pay',
  'discount',
  'all',
] as const;

/** Words that stand inside statements and clauses only. */
export const INNER_WORDS = [
  // Declarations, types and layers.
  'optional',
  'text',
  'number',
  'money',
  'flag',
  'time',
  'one',
  'of',
  'together',
  'best',
  'per',
  'each',
  'once',
  'values',
  'from',
  'with',
  'choose',
  'first',
  'search',
  'prices',
  'rounded',
  'required',
  // Settings.
  'half-up',
  'half-even',
  'half-down',
  'down',
  'by',
  'value',
  'after',
  'equally',
  'turn',
  'largest',
  'fraction',
  'last',
  'others',
  'dropped',
  // Clauses, thresholds, offers and limits.
  'until',
  'through',
  'day',
  'days',
  'month',
  'between',
  'like',
  'lines',
  'where',
  'row',
  'over',
  'also',
  'off',
  'the',
  'cheapest',
  'dearest',
  'none',
  'free',
  'sku',
  'least',
  'most',
  'times',
  'partly',
  'its',
  'paid',
  'subsidy',
  'keep',
  'retest',
  // Expressions.
  'starts',
  'less',
  'more',
  'than',
  // Scenarios.
  'spent',
  'per-customer',
  'per-customer-day',
  'takes',
  'refused',
  'pays',
  'gift',
  'violation',
] as const;

/** Places where one of a few words must stand; the word itself is the value in the tree. */
export const CHOICES = {
  Carrier: ['line', 'customer', 'order', 'shipping'],
  PromotionWord: ['promotion', 'coupon'],
  TypeWord: ['text', 'number', 'money', 'flag', 'time'],
  RoundingMode: ['half-up', 'half-even', 'half-down', 'up', 'down'],
  RoundedPart: ['discount', 'price'],
  ShareRounding: ['half-up', 'half-even', 'half-down', 'down'],
  PlainWeight: ['list', 'quantity'],
  LargestWord: ['fraction', 'line'],
  EndWord: ['first', 'last'],
  ChooseWord: ['best', 'first'],
  LineOrUnit: ['line', 'unit'],
  LineOrCustomer: ['line', 'customer'],
  CustomerOrOrder: ['customer', 'order'],
  PickWord: ['cheapest', 'dearest'],
  ReturnsWord: ['keep', 'retest'],
  TextWord: ['note', 'message', 'title'],
  EndpointWord: ['from', 'until', 'through'],
  DayWord: ['day', 'days'],
  PlainAmount: ['list', 'quantity'],
  ClosingAmount: ['pay', 'discount'],
  Flag: ['true', 'false'],
  FunctionWord: ['min', 'max'],
  UsageKey: ['total', 'spent', 'per-customer', 'per-customer-day'],
  WeekdayWord: [
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'mondays',
    'tuesdays',
    'wednesdays',
    'thursdays',
    'fridays',
    'saturdays',
    'sundays',
  ],
} as const;

export function isPromotionWord(word: string): boolean {
  return (CHOICES.PromotionWord as readonly string[]).includes(word);
}

export function isWeekday(word: string): boolean {
  return (CHOICES.WeekdayWord as readonly string[]).includes(word);
}

export type Choice = keyof typeof CHOICES;

/** Every choice by its name. */
export const CHOICE_NAMES: readonly Choice[] = Object.keys(CHOICES) as Choice[];

export type Keyword =
  | (typeof STATEMENT_WORDS)[number]
  | (typeof PLAIN_CLAUSE_WORDS)[number]
  | (typeof THRESHOLD_WORDS)[number]
  | (typeof OFFER_WORDS)[number]
  | (typeof LIMIT_WORDS)[number]
  | (typeof SETTING_WORDS)[number]
  | (typeof SCENARIO_WORDS)[number]
  | (typeof EXPRESSION_WORDS)[number]
  | (typeof CHOICES)[Choice][number]
  | (typeof INNER_WORDS)[number];

/** All words that begin a clause of a promotion. */
export const CLAUSE_WORDS: readonly Keyword[] = [
  ...PLAIN_CLAUSE_WORDS,
  ...THRESHOLD_WORDS,
  ...OFFER_WORDS,
  ...LIMIT_WORDS,
  ...SETTING_WORDS,
];

/** What may come after a clause, but for `line has` and its like: those two words are never one word misspelt. */
export const CLAUSE_OR_STATEMENT_WORDS: readonly Keyword[] = [
  ...CLAUSE_WORDS,
  ...STATEMENT_WORDS.filter((word) => !isCarrier(word)),
];

export const KEYWORDS: readonly Keyword[] = [
  ...new Set<Keyword>([
    ...STATEMENT_WORDS,
    ...CLAUSE_WORDS,
    ...SCENARIO_WORDS,
    ...EXPRESSION_WORDS,
    ...CHOICES.WeekdayWord,
    ...INNER_WORDS,
  ]),
];
