import type { Statement } from '../../syntax/ast.js';
import { statementsOf } from '../declarations.js';
import type { Subject } from './lint.js';

/**
 * The statements of one kind whose declarations must be used: those of the file that is checked, if it makes promotions. A
 * file of declarations alone is there for others, and so is what an import declares.
 */
export function declaredHere<K extends Statement['kind']>(
  { program: { root } }: Subject,
  ...kinds: readonly K[]
): readonly Extract<Statement, { kind: K }>[] {
  const makesPromotions = root.statements.some(({ kind }) => kind === 'promotion' || kind === 'coupon');
  return makesPromotions ? statementsOf(root.statements, ...kinds) : [];
}
