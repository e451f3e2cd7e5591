import type { Name, Node } from './nodes.js';
import type { Expression } from './expressions.js';

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
