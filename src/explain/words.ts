/**
 * What explanations are said in: a catalogue for each language, with an entry for every form that a checked ruleset can take.
 * Entries take phrases of their own language and give phrases; what a comment calls a sentence stands alone. A catalogue that
 * lacks an entry does not compile, and neither does one that leaves a form of the ruleset unsaid.
 */

import type {
  AllocationPolicy,
  AttributeType,
  Cap,
  Carrier,
  Commission,
  Constraint,
  Each,
  Floor,
  Layer,
  Limits,
  Measure,
  Pick,
  Promotion,
  RedemptionLimit,
  Rounding,
  ScalarType,
  Test,
} from '../check/ruleset.js';

export interface Words {
  readonly values: ValueWords;
  readonly expressions: ExpressionWords;
  readonly windows: WindowWords;
  readonly offers: OfferWords;
  readonly limits: LimitWords;
  readonly promotions: PromotionWords;
  readonly files: FileWords;
}

export interface ValueWords {
  /** A value as carts carry it. */
  readonly quoted: (text: string) => string;
  /** What the rule file named: a promotion, a layer, a tag, a party. */
  readonly name: (text: string) => string;
  /** A decimal amount with the currency's digits, and its ISO 4217 code. */
  readonly money: (amount: string, currency: string) => string;
  readonly flag: (value: boolean) => string;
  readonly moment: (moment: Moment, zone: string) => string;
  readonly zone: (id: string) => string;
  /** A number of units; `said` where it is no plain number. */
  readonly units: (count: string, said: boolean) => string;
  readonly and: (phrases: readonly string[]) => string;
  readonly or: (phrases: readonly string[]) => string;
  /** Makes one of several phrases, or of a phrase and what was said of it. */
  readonly bracketed: (phrase: string) => string;
  /** Between phrases that follow each other. */
  readonly comma: string;
  /** Sentences that follow each other. */
  readonly joined: (sentences: readonly string[]) => string;
}

/** A local date and time; its offset from UTC where the clock shows that time twice. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `20:00`, or `20:00:30`. */
  readonly clock: string;
  readonly offset?: string;
}

export type Subject = Carrier | 'row';
export type Comparison = Extract<Test, { readonly left: unknown }>['op'];

export interface ExpressionWords {
  readonly attribute: (of: Subject, name: string) => string;
  /** `isKnown`: the comparison also asks that nothing in it is missing, which its words do not say. */
  readonly compared: (
    op: Comparison,
    left: string,
    right: string,
    of: { readonly type: ScalarType; readonly isKnown: boolean },
  ) => string;
  readonly oneOf: (value: string, items: readonly string[]) => string;
  readonly noneOf: (value: string, items: readonly string[], isKnown: boolean) => string;
  readonly has: (list: string, item: string) => string;
  readonly startsWith: (value: string, prefix: string) => string;
  readonly marked: (of: Subject, name: string, isMarked: boolean) => string;
  readonly not: (part: string) => string;
  readonly every: (parts: readonly string[]) => string;
  readonly any: (parts: readonly string[]) => string;
  readonly sum: (parts: readonly string[]) => string;
  readonly difference: (left: string, right: string) => string;
  readonly product: (parts: readonly string[]) => string;
  readonly quotient: (left: string, right: string) => string;
  readonly least: (parts: readonly string[]) => string;
  readonly greatest: (parts: readonly string[]) => string;
  /** A percentage that is worked out: its number. */
  readonly percentage: (number: string) => string;
  readonly percentOf: (percent: string, whole: string) => string;
  /** An attribute of one unit, for all units of its line. */
  readonly timesQuantity: (attribute: string) => string;
  readonly goods: (over: Measure['over'], where: string | undefined) => string;
  readonly measured: (
    what: Exclude<Measure['what'], 'total'>,
    goods: string,
    of: { readonly over: Measure['over']; readonly some: boolean; readonly after: string | undefined },
  ) => string;
  /** The name of a line in hand, and of what a division by zero is. */
  readonly lineInHand: string;
  readonly divisionByZero: string;
  readonly total: (attribute: string, goods: string, type: Measure['type']) => string;
}

/** One `active` clause on the clock of its zone. */
export interface Span {
  readonly from: Moment | undefined;
  /** The end is excluded; a midnight is the end of the day before, which `lastDay` is. */
  readonly until: { readonly moment: Moment; readonly lastDay: Moment | undefined } | undefined;
  readonly recurring: Recurring | undefined;
  readonly zone: string;
}

export interface Recurring {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[] | undefined;
  readonly monthDays: readonly number[] | undefined;
  readonly between:
    | { readonly from: string; readonly to: string; readonly isPastMidnight: boolean }
    | undefined;
}

export interface WindowWords {
  readonly always: string;
  readonly span: (span: Span) => string;
  /** Sentence: one of several windows must be open. */
  readonly anyOf: string;
}

/** On what an offer is formed. */
export interface Target {
  readonly place: 'scope' | 'group' | 'step';
  readonly pick: SaidPick | undefined;
  /** `every N units … cheapest of all`: picks come from the whole scope. */
  readonly ofAll: boolean;
  readonly positions: { readonly from: number; readonly to: number | undefined } | undefined;
  readonly withShipping: boolean;
}

export interface SaidPick {
  readonly which: Pick['which'];
  /** `1`, `2`, or words for a number that is read from a table. */
  readonly count: string;
  readonly isNumber: boolean;
  readonly of: string | undefined;
  readonly allOrNone: boolean;
}

/** A discount or a price: of money, or a percentage, of `base` where one is named. */
export interface SaidAmount {
  readonly kind: 'money' | 'percent';
  readonly text: string;
  /** The number of a percentage that is written out. */
  readonly percent?: string;
  readonly base?: string;
}

/** An amount that must be reached; `isNumber` where it is written out. */
export interface Threshold {
  readonly text: string;
  readonly isNumber: boolean;
}

/** What an `every AMOUNT` repeats. */
export interface Repeated {
  readonly sums: boolean;
  readonly percentages: boolean;
  readonly given: boolean;
  readonly picks: boolean;
}

export interface OfferWords {
  readonly take: (amount: SaidAmount, off: 'scope' | 'line' | 'unit', target: Target) => string;
  readonly pay: (amount: SaidAmount, target: Target) => string;
  readonly price: (amount: string, target: Target) => string;
  readonly free: (target: Target) => string;
  readonly shipFor: (price: string, where: string | undefined) => string;
  readonly shipFree: (where: string | undefined) => string;
  readonly offShipping: (amount: SaidAmount, where: string | undefined) => string;
  readonly give: (units: string, skus: readonly string[]) => string;
  readonly addOn: (units: string, sku: string, price: string) => string;
  readonly bundle: (parts: readonly string[], kind: 'take' | 'pay', amount: SaidAmount) => string;
  readonly bundlePart: (units: string, where: string) => string;
  /** Several offers of one opening. */
  readonly also: (offers: readonly string[]) => string;
  readonly withLimits: (offer: string, limits: readonly string[]) => string;
  /** Sentences. */
  readonly always: (offers: string) => string;
  readonly spend: (amount: Threshold, offers: string) => string;
  readonly buy: (units: string, offers: string) => string;
  readonly everyAmount: (amount: Threshold, offers: string) => string;
  readonly everyUnits: (units: string, of: string | undefined, offers: string) => string;
  readonly steps: (what: Repeated) => string;
  readonly tiers: string;
  readonly counting: (amount: string) => string;
  readonly countingTier: (threshold: string, amount: string) => string;
  readonly grouping: (first: 'dearest' | 'cheapest') => string;
  readonly picksOfAll: string;
  readonly rounds: (first: 'dearest' | 'cheapest') => string;
  readonly positions: string;
  /** Where several offers are joined. */
  readonly positionsAnew: string;
  readonly addOnsApart: string;
}

/** `standing` is what a promotion stands once for, where it does: `store`. */
export interface LimitWords {
  readonly cap: (amount: string, per: Cap['per'], standing: string | undefined) => string;
  readonly times: (count: string, standing: string | undefined) => string;
  readonly units: (
    units: string,
    which: Pick['which'],
    per: NonNullable<Limits['units']>['per'],
    standing: string | undefined,
  ) => string;
  readonly floor: (amount: string, per: Floor['per']) => string;
  /** Sentence: limits that bind all offers of a promotion together. */
  readonly ofAll: (limit: string) => string;
}

/** The parts an explanation has, in their order. */
export type Part =
  | 'when'
  | 'who'
  | 'goods'
  | 'offer'
  | 'table'
  | 'limits'
  | 'turn'
  | 'together'
  | 'arithmetic'
  | 'uses'
  | 'settlement'
  | 'texts';

/** Nearly all of this is sentences. */
export interface PromotionWords {
  readonly labels: Readonly<Record<Part, string>>;
  readonly kind: Readonly<Record<Promotion['kind'], string>>;
  readonly source: (file: string, line: number) => string;
  readonly everybody: string;
  readonly when: (condition: string) => string;
  /** Codes as they are, and patterns of codes. */
  readonly codes: (exact: readonly string[], patterns: readonly string[]) => string;
  readonly allGoods: string;
  readonly goodsWhere: (condition: string) => string;
  readonly withShipping: string;
  readonly eachLine: string;
  readonly eachAttribute: (attribute: string, mayBeMissing: boolean) => string;
  readonly eachRow: (table: string) => string;
  readonly eachColumn: (column: string, table: string) => string;
  /** Which shipping charges belong to each of its standings: those of its value, or all. */
  readonly eachCharges: Readonly<Record<'own' | 'all', string>>;
  /** What a promotion that stands more than once stands for, in a limit. */
  readonly standing: Readonly<Record<Each['kind'], (name: string) => string>>;
  readonly row: (line: number, cells: readonly string[]) => string;
  readonly column: (name: string) => string;
  readonly cell: (column: string, value: string) => string;
  readonly emptyCell: string;
  readonly turn: (turn: Turn) => string;
  readonly combine: (layer: Layer, per: string) => string;
  readonly eachUnitOnce: string;
  readonly layerCap: (amount: string) => string;
  readonly layerFloor: (amount: string, per: Floor['per']) => string;
  readonly layersCap: (amount: string) => string;
  readonly allow: (count: number, others: readonly string[]) => string;
  readonly notWith: (others: readonly string[]) => string;
  readonly alone: string;
  readonly keptOutBy: (others: readonly string[]) => string;
  readonly chosen: (choose: 'best' | 'first', searchLimit: number) => string;
  readonly stacks: string;
  readonly stop: Readonly<Record<NonNullable<Promotion['stop']>, string>>;
  readonly stoppedBy: (earlier: readonly string[]) => string;
  readonly tags: (tags: readonly string[]) => string;
  readonly rounding: (rounding: Rounding, unit: string) => string;
  readonly weights: (weights: AllocationPolicy['weights'], after: string | undefined) => string;
  readonly shares: Readonly<Record<AllocationPolicy['share'], string>>;
  readonly remainder: Readonly<Record<AllocationPolicy['remainder'], string>>;
  readonly overflow: Readonly<Record<AllocationPolicy['overflow'], string>>;
  readonly redemption: (limits: readonly RedemptionLimit[]) => string;
  readonly unlimited: string;
  readonly budget: (amount: string, partly: boolean) => string;
  readonly funding: (shares: readonly string[]) => string;
  readonly share: (party: string, percent: string) => string;
  readonly partyOf: (attribute: string) => string;
  readonly commission: (
    party: string,
    percent: string,
    of: Commission['of'],
    subsidyBy: string | undefined,
  ) => string;
  readonly returns: Readonly<Record<Promotion['returns'], string>>;
  readonly text: (
    kind: Promotion['texts'][number]['kind'],
    language: string | undefined,
    text: string,
  ) => string;
}

export interface Turn {
  /** Nothing where the file has no layers. */
  readonly layer: { readonly name: string; readonly place: number; readonly of: number } | undefined;
  readonly priority: number;
  /** Among the promotions of its layer, from 1. */
  readonly place: number;
  readonly of: number;
  readonly after: string | undefined;
}

/** What holds for a whole rule file. */
export interface FileWords {
  readonly heading: string;
  readonly currency: (code: string, unit: string) => string;
  readonly timezone: (zone: string) => string;
  readonly finePrices: (mode: Rounding['mode'], per: 'line' | 'unit') => string;
  readonly layers: (names: readonly string[]) => string;
  readonly inLayer: (name: string, sentences: string) => string;
  readonly constraint: (kind: Constraint['kind'], count: number, members: readonly string[]) => string;
  readonly everyPromotion: string;
  readonly guarantees: string;
  readonly guarantee: (title: string, condition: string, forEachLine: boolean, required: boolean) => string;
  readonly declared: (of: Carrier, attributes: readonly string[]) => string;
  readonly attribute: (name: string, type: string, isOptional: boolean) => string;
  /** Money of a line is that of one unit. */
  readonly types: Readonly<Record<Exclude<AttributeType, 'one-of'> | 'money-of-unit', string>>;
  readonly members: (members: readonly string[]) => string;
}
