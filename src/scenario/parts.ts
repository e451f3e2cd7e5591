import type { Expression, ScenarioPart, ScenarioStatement } from '../syntax/ast.js';

/** The parts of a scenario that are of one kind, in order. */
export function partsOf<K extends ScenarioPart['kind']>(
  { parts }: ScenarioStatement,
  kind: K,
): readonly Extract<ScenarioPart, { kind: K }>[] {
  return parts.filter((part): part is Extract<ScenarioPart, { kind: K }> => part.kind === kind);
}

/** The digits of an amount or number as written. */
export function digitsOf(amount: Expression): string {
  if (amount.kind !== 'number') throw new Error(`a checked scenario has no amount of kind ${amount.kind}`);
  return amount.digits;
}
