import type { Clause, ForEachClause, PromotionStatement } from '../syntax/ast.js';
import { builtIn } from './built-ins.js';
import type { Context, TableInfo } from './context.js';
import type { Place } from './expressions/place.js';
import { linesWhere } from './lines-where.js';
import type { Each, Scope } from './ruleset.js';

type OnClause = Extract<Clause, { kind: 'on' }>;

/** The lines a promotion is for, and whether its discount is spread over shipping too. */
export function scopeOf(clause: OnClause | undefined, place: Place, context: Context): Scope {
  if (clause === undefined) return { shipping: false };
  const lines = linesWhere(clause.where, clause.span, place, context);
  return { ...(lines === undefined ? {} : { lines }), shipping: clause.shipping };
}

/** The table whose row is in hand under `for each row of T` and `for each store of T`. */
export function tableOf(clause: ForEachClause | undefined, { tables }: Context): TableInfo | undefined {
  if (clause?.table === undefined) return undefined;
  return tables.find(clause.table, `declare it: \`table ${clause.table.text} = "….csv" with …\``);
}

/** By what a promotion stands once each. */
export function eachOf(
  clause: ForEachClause | undefined,
  table: TableInfo | undefined,
  context: Context,
): Each | undefined {
  if (clause === undefined) return undefined;
  if (clause.by === 'line') return { kind: 'line' };
  if (clause.by === 'row') return { kind: 'row', table: clause.table?.text ?? '' };
  const name = clause.attribute;
  if (name === undefined) return undefined;
  const attribute =
    builtIn('line', name.text) ??
    context.attributes.line.find(name, `declare it: \`line has ${name.text} text\``);
  if (attribute?.type === 'list') context.findings.add('RK1095', name.span, { name: name.text });
  if (clause.table === undefined) return { kind: 'attribute', name: name.text };
  const column = table?.columns.find(name, `add it to \`table ${table.name} … with …\``);
  if (attribute !== undefined && column !== undefined && attribute.type !== column.type) {
    context.findings.add('RK1096', name.span, { name: name.text, table: clause.table.text });
  }
  return { kind: 'column', table: clause.table.text, name: name.text };
}

export function forEachOf({ clauses }: PromotionStatement): ForEachClause | undefined {
  return clauses.find((clause) => clause.kind === 'for-each');
}
