import type { Name, Node } from './nodes.js';

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
