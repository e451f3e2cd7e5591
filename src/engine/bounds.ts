import type { Cap, Floor } from '../plan/types.js';
import { type Told, toldIn } from './failures.js';
import type { Scope } from './expressions.js';

/** A cap, compiled. */
export interface CompiledCap {
  readonly amount: Told;
  readonly per: Cap['per'];
  /** Its place among the promotion's caps that say `in all`; else -1. */
  readonly shared: number;
}

/** A floor, compiled. */
export interface CompiledFloor {
  readonly amount: Told;
  readonly per: Floor['per'];
  readonly text: string;
}

export function floorsIn(floors: readonly Floor[], scope: Scope): readonly CompiledFloor[] {
  return floors.map(({ amount, per, text }) => ({ amount: toldIn(amount, scope), per, text }));
}

/** Compiles caps; those that say `in all` are numbered. */
export function capsIn(scope: Scope): (cap: Cap) => CompiledCap {
  let count = 0;
  return ({ amount, per }) => {
    const shared = per === 'all-standings' ? count++ : -1;
    return { amount: toldIn(amount, scope), per, shared };
  };
}
