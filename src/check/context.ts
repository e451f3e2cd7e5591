import type { Currency } from '../money/index.js';
import type { Expression, LetStatement, Name, PromotionStatement } from '../syntax/ast.js';
import type { Findings } from './findings.js';
import type { Declared } from './names.js';
import type { Places } from './origin.js';
import type { Place, RowInHand } from './expressions/place.js';
import type { Value } from './expressions/value.js';
import type { Attribute, Carrier, Condition, Constant, Table } from './ruleset.js';

/** What every part of the checker shares in one run: what is declared, and where mistakes go. */
export interface Context extends Declarations {
  readonly expressions: Expressions;
}

export interface Declarations {
  readonly findings: Findings;
  /** Where what is lowered stands, for those who tell of its parts. */
  readonly places: Places;
  readonly currency: Currency;
  readonly timezone: string;
  readonly attributes: Readonly<Record<Carrier, Declared<Attribute>>>;
  readonly lets: Declared<Let>;
  readonly tables: Declared<TableInfo>;
  /** Each layer's position in the order they run. */
  readonly layers: Declared<number>;
  readonly promotions: Declared<PromotionStatement>;
  /** The names of the promotions that carry each tag. */
  readonly tags: ReadonlyMap<string, readonly Name[]>;
}

/** Typing and lowering of expressions; both give something harmless where a mistake has been reported. */
export interface Expressions {
  value(expression: Expression, place: Place): Value;
  condition(expression: Expression, place: Place): Condition;
  /** The items of a list, those of `let` lists in it included; anything else is its own only item. */
  items(expression: Expression): readonly ListItem[];
  /** What a `let` name stands for, until something else than such a name is found. */
  expand(expression: Expression): Expression;
}

/** One item of a list as written, or all values of a file at once. */
export interface ListItem {
  readonly written: Expression;
  readonly values?: readonly Constant[];
}

export interface Let {
  readonly statement: LetStatement;
  /** The texts of `values from "…"`, read once. */
  readonly values?: readonly Constant[];
}

export interface TableInfo extends RowInHand {
  readonly rows: Table['rows'];
}
