/** Conditions and values of the checked ruleset. A decimal is text; a money constant is a decimal count of minor units. */

export type Carrier = 'line' | 'customer' | 'order' | 'shipping';

/** A condition; every test carries its canonical text for the audit. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition; readonly text: string }
  | Test;

/** The smallest comparison: false when a value in it is missing. */
export type Test =
  | {
      readonly op: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Scalar;
      readonly right: Scalar;
      readonly text: string;
    }
  | {
      readonly op: 'in' | 'not-in';
      readonly value: Scalar;
      readonly items: readonly Scalar[];
      readonly text: string;
    }
  /** A list holds a text. */
  | { readonly op: 'has'; readonly list: Scalar; readonly item: Scalar; readonly text: string }
  | { readonly op: 'starts-with'; readonly value: Scalar; readonly prefix: Scalar; readonly text: string }
  /** A flag stands alone; missing is false. */
  | { readonly op: 'flag'; readonly value: Scalar; readonly text: string };

export type ScalarType = 'text' | 'number' | 'money' | 'flag' | 'time' | 'list';

/** A value of one type. A money value is in minor units and may be a fraction until a discount is formed. */
export type Scalar = Constant | Read | Calculation | Measure;

export type Constant =
  | { readonly op: 'constant'; readonly type: 'text'; readonly value: string }
  | { readonly op: 'constant'; readonly type: 'number' | 'money'; readonly value: string }
  | { readonly op: 'constant'; readonly type: 'flag'; readonly value: boolean }
  /** Epoch milliseconds. */
  | { readonly op: 'constant'; readonly type: 'time'; readonly value: number };

/**
 * An attribute or built-in: of the line in hand (`id`, `sku`, `quantity`, `price`, declared ones), the customer, the
 * order (`at`, `codes`), the shipping charge in hand (`id`, `amount`), or the table row in hand. A line's money is per unit.
 */
export interface Read {
  readonly op: 'read';
  readonly of: Carrier | 'row';
  readonly name: string;
  readonly type: ScalarType;
  /** As written: `customer.tier`. */
  readonly text: string;
}

/** `-` and `/` have two parts; a division by zero or a missing part makes the whole missing. */
export interface Calculation {
  readonly op: '+' | '-' | '*' | '/' | 'min' | 'max';
  readonly type: 'number' | 'money';
  readonly parts: readonly Scalar[];
}

/**
 * An amount measured on lines: what they list at, what is left on them (now, or after an earlier layer), their units,
 * their number, their distinct SKUs, the sum of an attribute (money times quantity), or, in guarantees, `pay` and `discount`.
 */
export interface Measure {
  readonly op: 'measure';
  readonly what: 'list' | 'left' | 'quantity' | 'count' | 'skus' | 'total' | 'pay' | 'discount';
  readonly type: 'number' | 'money';
  /** The standing's scope, all lines of the cart, the line in hand, the unit in hand, or the finished order. */
  readonly over: 'scope' | 'cart' | 'line' | 'unit' | 'order';
  /** Only lines (of `over`) for which this holds. */
  readonly where?: Condition;
  /** For `left`: as it was after this layer. */
  readonly after?: string;
  /** For `total`: the line attribute. */
  readonly attribute?: string;
  readonly text: string;
}
