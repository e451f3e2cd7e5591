import type { Node } from './nodes.js';
import type { Expression } from './expressions.js';

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
