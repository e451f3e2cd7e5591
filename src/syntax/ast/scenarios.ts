import type { Name, Node, Text, Whole } from './nodes.js';
import type { Expression, TimeLiteral } from './expressions.js';

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
