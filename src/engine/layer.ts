import type { Layer as PlanLayer, PlanRules } from '../plan/types.js';
import { type Told, toldIn } from './failures.js';
import { lineReader, type Scope } from './expressions.js';
import { type CompiledFloor, floorsIn } from './bounds.js';
import type { Names } from './names.js';
import type { CartLine } from '../cart/types.js';

/** A layer, compiled: how its promotions combine, and what binds them together. */
export interface Layer {
  readonly index: number;
  /** Left out of breakdowns where the file has no layers. */
  readonly name: string | undefined;
  readonly combine: PlanLayer['combine'];
  /** For `best per …`: what lines of one contest share. */
  readonly contestOf: ((line: CartLine) => string) | 'line' | undefined;
  readonly eachUnitOnce: boolean;
  readonly caps: readonly Told[];
  readonly floors: readonly CompiledFloor[];
  /** `layers capped at`. */
  readonly all: Told | undefined;
  /** Whether any cap or floor binds what its promotions take. */
  readonly isBound: boolean;
  /** Whether its promotions may be worked out the plain way. */
  readonly isPlain: boolean;
  /** Whether some amount is measured on what is left after it. */
  readonly isRemembered: boolean;
}

export function layersOf(rules: PlanRules, scope: Scope, names: Names): readonly Layer[] {
  const all = rules.layersCap && toldIn(rules.layersCap, scope);
  return rules.layers.map((layer, index) => {
    const { name, combine, eachUnitOnce } = layer;
    const floors = floorsIn(layer.floors, scope);
    const caps = layer.caps.map((cap) => toldIn(cap, scope));
    const isBound = all !== undefined || caps.length > 0 || floors.length > 0;
    return {
      index,
      name: name === '' ? undefined : name,
      combine,
      contestOf: contestOf(layer, names),
      eachUnitOnce,
      caps,
      floors,
      all,
      isBound,
      isPlain: !isBound && !eachUnitOnce && combine !== 'together',
      isRemembered: rules.remembered.includes(index),
    };
  });
}

/** Lines whose values are written alike stand in one contest; all lines without one, too. */
function contestOf({ per }: PlanLayer, names: Names): Layer['contestOf'] {
  if (per?.kind !== 'attribute') return per && 'line';
  if (per.name === 'price') return (line) => line.finer ?? String(line.price);
  const read = lineReader(per.name, names.slots.line.get(per.name) ?? -1);
  return (line) => `${(read(line) ?? '') as string | number | boolean}`;
}
