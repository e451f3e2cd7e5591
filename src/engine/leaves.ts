import type { Measure, Read, Scalar } from '../plan/types.js';
import { type Getter, getterOf, type Scope } from './expressions.js';

/** An attribute or amount that an expression reads. */
export interface Leaf {
  readonly scalar: Read | Measure;
  readonly text: string;
  readonly get: Getter;
}

/** Every attribute and amount an expression reads, in the order they are written. */
export function leavesIn(scalar: Scalar, scope: Scope): readonly Leaf[] {
  switch (scalar.op) {
    case 'constant':
      return [];
    case 'read':
    case 'measure':
      return [{ scalar, text: scalar.text, get: getterOf(scalar, scope) }];
    default:
      return scalar.parts.flatMap((part) => leavesIn(part, scope));
  }
}
