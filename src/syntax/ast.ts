/**
 * The tree that `parse` builds: what was written, nothing resolved.
 *
 * Every node has a span. A part that recovery had to invent is a `missing` expression or a name with an empty text;
 * its mistake has been reported, so later floors pass over it in silence.
 */

/** A stretch of one source file: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly span: Span;
}

/** An identifier; `quoted` when it stood in backticks. The text is empty where recovery invented it. */
export interface Name extends Node {
  readonly text: string;
  readonly quoted: boolean;
}

/** A quoted text, its escapes resolved. */
export interface Text extends Node {
  readonly value: string;
}

/** A whole number as written. */
export interface Whole extends Node {
  readonly value: number;
}

/** A `#` comment without its line break. */
export interface Comment extends Node {
  readonly text: string;
}

export interface File extends Node {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

// Statements -----------------------------------------------------------------------------------------------------

export type Statement =
  | CurrencyStatement
  | TimezoneStatement
  | HasStatement
  | LayersStatement
  | PromotionStatement
  | AllowStatement
  | GuaranteeStatement
  | LetStatement
  | ImportStatement
  | TableStatement
  | DefaultStatement
  | ScenarioStatement;

export interface CurrencyStatement extends Node {
  readonly kind: 'currency';
  readonly code: Name;
}

/** `timezone Asia/Shanghai`: the zone's name as one text. */
export interface TimezoneStatement extends Node {
  readonly kind: 'timezone';
  readonly zone: Text;
}

export type Carrier = 'line' | 'customer' | 'order' | 'shipping';

export interface HasStatement extends Node {
  readonly kind: 'has';
  readonly carrier: Carrier;
  readonly attributes: readonly AttributeDeclaration[];
}

export interface AttributeDeclaration extends Node {
  readonly name: Name;
  readonly optional: boolean;
  readonly type: TypeNode;
}

/** The type words; `list` is `list of text`. */
export type TypeWord = 'text' | 'number' | 'money' | 'flag' | 'time' | 'list';

export type TypeNode =
  | (Node & { readonly kind: 'word'; readonly word: TypeWord })
  | (Node & { readonly kind: 'one-of'; readonly members: readonly Name[] })
  | (Node & { readonly kind: 'missing' });

/** `layers [capped at A,] item …, store …`. */
export interface LayersStatement extends Node {
  readonly kind: 'layers';
  readonly cap?: Expression;
  readonly layers: readonly LayerDeclaration[];
}

export interface LayerDeclaration extends Node {
  readonly name: Name;
  readonly words: readonly LayerWord[];
}

export type LayerWord =
  | (Node & { readonly kind: 'together' })
  | (Node & { readonly kind: 'best'; readonly per?: Name })
  | (Node & { readonly kind: 'each-unit-once' })
  | CapLimit
  | LeaveLimit
  | Setting;

export interface PromotionStatement extends Node {
  readonly kind: 'promotion' | 'coupon';
  readonly name: Name;
  readonly title?: Text;
  readonly clauses: readonly Clause[];
  /** Recovery gave up a clause or a part of one: what is absent here may have been lost. */
  readonly damaged?: true;
}

/** A promotion's name, or `tag NAME`. */
export interface Reference extends Node {
  readonly tag: boolean;
  readonly name: Name;
}

export interface AllowStatement extends Node {
  readonly kind: 'allow';
  readonly count: Whole;
  readonly members: readonly Reference[];
}

export interface GuaranteeStatement extends Node {
  readonly kind: 'guarantee';
  readonly title?: Text;
  readonly forEachLine: boolean;
  readonly condition: Expression;
  readonly required: boolean;
}

export interface LetStatement extends Node {
  readonly kind: 'let';
  readonly name: Name;
  readonly value: Expression | ValuesFrom;
}

export interface ValuesFrom extends Node {
  readonly kind: 'values-from';
  readonly path: Text;
}

export interface ImportStatement extends Node {
  readonly kind: 'import';
  readonly path: Text;
}

export interface TableStatement extends Node {
  readonly kind: 'table';
  readonly name: Name;
  readonly path: Text;
  readonly columns: readonly AttributeDeclaration[];
}

export interface DefaultStatement extends Node {
  readonly kind: 'default';
  readonly setting:
    | Setting
    | (Node & { readonly kind: 'choose'; readonly how: 'best' | 'first' })
    | (Node & { readonly kind: 'search-limit'; readonly count: Whole })
    | (Node & { readonly kind: 'prices'; readonly mode: RoundingWord; readonly per: 'line' | 'unit' })
    | (Node & { readonly kind: 'missing' });
}

// Settings: they stand after a layer's name, in a promotion, or after `default` ------------------------------------

export type RoundingWord = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

export type Setting =
  | (Node & { readonly kind: 'counting'; readonly amount: Expression })
  | (Node & { readonly kind: 'rounding'; readonly mode: RoundingWord; readonly of: 'discount' | 'price' })
  /** `share by value | by value after LAYER | by list | by quantity | equally`: the weights. */
  | (Node & {
      readonly kind: 'share';
      readonly by: 'value' | 'list' | 'quantity' | 'equally';
      readonly after?: Name;
    })
  /** `shares half-up | half-even | half-down | down | in turn`: how each share is rounded. */
  | (Node & {
      readonly kind: 'shares';
      readonly how: 'down' | 'half-up' | 'half-even' | 'half-down' | 'in-turn';
    })
  /** `to largest fraction | largest line | first | last`: who takes the missing minor units, one each. */
  | (Node & { readonly kind: 'to'; readonly who: 'largest-fraction' | 'largest-line' | 'first' | 'last' })
  /** `rest to first | last`: who takes all of them. */
  | (Node & { readonly kind: 'rest'; readonly who: 'first' | 'last' })
  | (Node & { readonly kind: 'overflow'; readonly how: 'to-others' | 'dropped' });

// Clauses of a promotion ------------------------------------------------------------------------------------------

export type Clause =
  | (Node & { readonly kind: 'layer'; readonly name: Name })
  | (Node & { readonly kind: 'priority'; readonly value: Whole })
  | (Node & { readonly kind: 'active'; readonly parts: readonly ActivePart[] })
  | (Node & { readonly kind: 'when'; readonly condition: Expression })
  | (Node & { readonly kind: 'code'; readonly like: boolean; readonly codes: readonly Text[] })
  | (Node & { readonly kind: 'on'; readonly shipping: boolean; readonly where?: Expression })
  | ForEachClause
  | Setting
  | ThresholdClause
  | Limit
  | (Node & { readonly kind: 'limit'; readonly limits: readonly RedemptionLimit[] })
  | (Node & { readonly kind: 'budget'; readonly amount: Expression; readonly partly: boolean })
  | (Node & { readonly kind: 'funded'; readonly shares: readonly PartyShare[] })
  | (Node & {
      readonly kind: 'commission';
      readonly share: PartyShare;
      readonly of: 'paid' | 'list';
      readonly subsidyBy?: Name;
    })
  | (Node & { readonly kind: 'returns'; readonly policy: 'keep' | 'retest' })
  | (Node & { readonly kind: 'note' | 'message' | 'title'; readonly language?: Name; readonly text: Text })
  | (Node & { readonly kind: 'tag'; readonly name: Name })
  | (Node & { readonly kind: 'not-with'; readonly members: readonly Reference[] })
  | (Node & { readonly kind: 'alone' })
  | (Node & { readonly kind: 'stop'; readonly what: 'layer' | 'all' | 'lines' });

/** `for each store` | `for each line` | `for each row of T` | `for each store of T`. */
export interface ForEachClause extends Node {
  readonly kind: 'for-each';
  readonly by: 'attribute' | 'line' | 'row';
  /** The attribute, when `by` is `attribute`. */
  readonly attribute?: Name;
  readonly table?: Name;
}

export type ActivePart =
  | (Node & { readonly kind: 'from' | 'until'; readonly time: TimeLiteral })
  | (Node & { readonly kind: 'through'; readonly time: TimeLiteral })
  | (Node & { readonly kind: 'in'; readonly zone: Text })
  | (Node & { readonly kind: 'weekdays'; readonly days: readonly Weekday[] })
  | (Node & { readonly kind: 'month-days'; readonly days: readonly Whole[] })
  /** Times of day, `HH:MM` or `HH:MM:SS` as written. */
  | (Node & { readonly kind: 'between'; readonly from: Text; readonly to: Text });

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** What opens offers: a threshold, a step, a group, or nothing. */
export type ThresholdClause =
  | (Node & {
      readonly kind: 'spend' | 'every-amount';
      readonly amount: Expression;
      readonly over?: Over;
      readonly counting?: Expression;
      readonly offers: readonly Offer[];
    })
  | (Node & {
      readonly kind: 'buy';
      readonly units: Expression;
      readonly over?: Over;
      readonly offers: readonly Offer[];
    })
  | (Node & {
      readonly kind: 'every-units';
      readonly units: Expression;
      /** `of lines where …`: the qualifiers, when they are not the whole scope. */
      readonly of?: Expression;
      /** From which end groups are cut; `dearest` unless said. */
      readonly first: 'dearest' | 'cheapest';
      /** `cheapest of all`: the picks are taken from the whole scope. */
      readonly ofAll: boolean;
      readonly offers: readonly Offer[];
    })
  | (Node & { readonly kind: 'offers'; readonly offers: readonly Offer[] });

/** `over all lines` (no `where`) or `over lines where …`. */
export interface Over extends Node {
  readonly where?: Expression;
}

export interface RedemptionLimit extends Node {
  readonly count: Whole;
  readonly per: 'customer' | 'customer-day' | 'total';
}

export interface PartyShare extends Node {
  /** The party's name, or with `its` the line attribute whose value names it. */
  readonly party: Name;
  readonly its: boolean;
  readonly percent: Expression;
}

// Offers and their limits -----------------------------------------------------------------------------------------

export type Offer = (
  | TakeOffer
  | PayOffer
  | PriceOffer
  | FreeOffer
  | GiveOffer
  | AddOnOffer
  | ShipOffer
  | BundleOffer
) & {
  /** `unit 1`, `units 2 to 5`, or `units 2` for the second and all after it. */
  readonly units?: UnitPositions;
  /** The limits that stand directly after it. */
  readonly limits: readonly Limit[];
};

/** Positions count from 1; each is a whole number, a `let` name or `row.x`. */
export interface UnitPositions extends Node {
  readonly from: Expression;
  readonly to?: Expression;
  /** Written `units`: without `to` it means that position and all after it. */
  readonly plural: boolean;
}

export interface TakeOffer extends Node {
  readonly kind: 'take';
  /** Money, a percentage, or `P% of AMOUNT` (a percentage of another base). */
  readonly amount: Expression;
  /** `off`, `off each line`, `off each unit`, `off shipping`. */
  readonly off: 'scope' | 'line' | 'unit' | 'shipping';
  /** `off shipping where …`. */
  readonly where?: Expression;
  readonly pick?: Pick;
}

export interface PayOffer extends Node {
  readonly kind: 'pay';
  readonly amount: Expression;
  readonly pick?: Pick;
}

/** `price AMOUNT each`. */
export interface PriceOffer extends Node {
  readonly kind: 'price';
  readonly amount: Expression;
  readonly pick?: Pick;
}

/** `make the cheapest 1 free`; `unit 3 make free` has no pick. */
export interface FreeOffer extends Node {
  readonly kind: 'free';
  readonly pick?: Pick;
}

/** `give N of "A" or "B"`. */
export interface GiveOffer extends Node {
  readonly kind: 'give';
  readonly count: Expression;
  readonly skus: readonly Text[];
}

/** `offer N of "MUG" for AMOUNT`. */
export interface AddOnOffer extends Node {
  readonly kind: 'add-on';
  readonly count: Expression;
  readonly sku: Text;
  readonly price: Expression;
}

/** `ship free [where …]` (no price) or `ship for AMOUNT [where …]`. */
export interface ShipOffer extends Node {
  readonly kind: 'ship';
  readonly price?: Expression;
  readonly where?: Expression;
}

/** `bundle 1 of sku "A", 2 of lines where … pay 150.00`. */
export interface BundleOffer extends Node {
  readonly kind: 'bundle';
  readonly parts: readonly BundlePart[];
  readonly offer: TakeOffer | PayOffer;
}

export interface BundlePart extends Node {
  readonly count: Expression;
  readonly sku?: Text;
  readonly where?: Expression;
}

/** `the cheapest K [of lines where …] [all or none]`. */
export interface Pick extends Node {
  readonly which: 'cheapest' | 'dearest';
  readonly count: Expression;
  readonly of?: Expression;
  readonly allOrNone: boolean;
}

export type Limit = CapLimit | TimesLimit | UnitsLimit | LeaveLimit;

/** `capped at AMOUNT [each | in all] [per unit | per line]`. */
export interface CapLimit extends Node {
  readonly kind: 'capped';
  readonly amount: Expression;
  readonly standing?: 'each' | 'in-all';
  readonly per?: 'unit' | 'line';
}

/** `up to N times`. */
export interface TimesLimit extends Node {
  readonly kind: 'times';
  readonly count: Expression;
}

/** `for at most N units [the cheapest | the dearest] [per line | per customer]`. */
export interface UnitsLimit extends Node {
  readonly kind: 'units';
  readonly count: Expression;
  readonly which: 'cheapest' | 'dearest';
  readonly per?: 'line' | 'customer';
}

/** `leave at least AMOUNT [per unit | per line | in all]`. */
export interface LeaveLimit extends Node {
  readonly kind: 'leave';
  readonly amount: Expression;
  readonly per?: 'unit' | 'line' | 'in-all';
}

// Expressions -----------------------------------------------------------------------------------------------------

export type Expression =
  | TextLiteral
  | NumberLiteral
  | PercentLiteral
  | TimeLiteral
  | FlagLiteral
  | ListExpression
  | NameExpression
  | AmountExpression
  | BinaryExpression
  | MembershipExpression
  | NotExpression
  | CallExpression
  | PercentOfExpression
  | MissingExpression;

export interface TextLiteral extends Node {
  readonly kind: 'text';
  readonly value: string;
}

/** `300` or `300.00`: digits as written; money or a plain number, as its place says. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly digits: string;
}

/** `15%`: the digits before the sign. */
export interface PercentLiteral extends Node {
  readonly kind: 'percent';
  readonly digits: string;
}

/** `2026-11-11` or `2026-11-11 20:00`, in the file's time zone. */
export interface TimeLiteral extends Node {
  readonly kind: 'time';
  readonly date: string;
  readonly clock?: string;
}

export interface FlagLiteral extends Node {
  readonly kind: 'flag';
  readonly value: boolean;
}

/** `"a", "b"` after `let NAME =`. */
export interface ListExpression extends Node {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** `brand`, `customer.tier`, `row.off`: one or two parts. */
export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly parts: readonly Name[];
}

/** `list`, `left after item`, `quantity of lines where …`, `count of sku`, `total of cost`, `pay`, `discount`. */
export interface AmountExpression extends Node {
  readonly kind: 'amount';
  readonly what: 'list' | 'left' | 'quantity' | 'count' | 'skus' | 'total' | 'pay' | 'discount';
  /** `left after LAYER`. */
  readonly after?: Name;
  /** `total of NAME`. */
  readonly attribute?: Name;
  /** `… of lines where …`. */
  readonly where?: Expression;
}

export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `at most` is `<=`, `less than` is `<`, and so on: one operator whatever the spelling. */
export type BinaryOperator =
  | 'and'
  | 'or'
  | 'is'
  | 'is-not'
  | 'has'
  | 'starts-with'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/';

/** `brand in "a", "b"`, `brand not in …`. */
export interface MembershipExpression extends Node {
  readonly kind: 'in';
  readonly negated: boolean;
  readonly value: Expression;
  readonly items: readonly Expression[];
}

export interface NotExpression extends Node {
  readonly kind: 'not';
  readonly operand: Expression;
}

export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly function: 'min' | 'max';
  readonly arguments: readonly Expression[];
}

export interface PercentOfExpression extends Node {
  readonly kind: 'percent-of';
  readonly percent: Expression;
  readonly amount: Expression;
}

export interface MissingExpression extends Node {
  readonly kind: 'missing';
}

// Scenarios -------------------------------------------------------------------------------------------------------

export interface ScenarioStatement extends Node {
  readonly kind: 'scenario';
  readonly title: Text;
  readonly parts: readonly ScenarioPart[];
}

/** An attribute's name and its value: `brand "mijia"`, `tier vip`, `clearance true`. */
export interface AttributeValue extends Node {
  readonly name: Name;
  readonly value: Expression;
}

export type ScenarioPart =
  | (Node & { readonly kind: 'at'; readonly time: TimeLiteral; readonly zone?: Text })
  | (Node & { readonly kind: 'customer' | 'order'; readonly attributes: readonly AttributeValue[] })
  | (Node & { readonly kind: 'cart'; readonly lines: readonly ScenarioLine[] })
  | (Node & {
      readonly kind: 'shipping';
      readonly amount: Expression;
      readonly id?: Text;
      readonly attributes: readonly AttributeValue[];
    })
  | (Node & { readonly kind: 'code'; readonly codes: readonly Text[] })
  | (Node & { readonly kind: 'usage'; readonly promotion: Name; readonly entries: readonly UsageEntry[] })
  | (Node & { readonly kind: 'expect'; readonly expectation: Expectation });

export interface ScenarioLine extends Node {
  readonly quantity: Whole;
  readonly sku: Text;
  readonly price: Expression;
  readonly id?: Text;
  readonly attributes: readonly AttributeValue[];
}

export interface UsageEntry extends Node {
  readonly key: 'total' | 'spent' | 'per-customer' | 'per-customer-day';
  readonly value: Expression;
}

export type Expectation =
  | (Node & { readonly kind: 'pay' | 'discount'; readonly amount: Expression })
  | (Node & { readonly kind: 'takes'; readonly promotion: Name; readonly amount: Expression })
  | (Node & { readonly kind: 'refused'; readonly promotion: Name; readonly reason?: Name })
  | (Node & { readonly kind: 'line'; readonly id: Text; readonly amount: Expression })
  | (Node & { readonly kind: 'gift'; readonly count: Whole; readonly sku: Text })
  | (Node & { readonly kind: 'violation'; readonly title: Text })
  | (Node & { readonly kind: 'missing' });
