import type { Comment, Name, Node, Text, Whole } from './nodes.js';
import type { Expression } from './expressions.js';
import type { CapLimit, LeaveLimit } from './limits.js';
import type { RoundingWord, Setting } from './settings.js';
import type { Clause, Reference } from './clauses.js';
import type { ScenarioStatement } from './scenarios.js';

export interface File extends Node {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

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
