import type { AllowStatement, PromotionStatement, Reference } from '../syntax/ast.js';
import { RULE_LIMITS } from '../limits.js';
import { printName } from '../syntax/print.js';
import { wholeAt } from './expressions/wanted.js';
import type { Context } from './context.js';
import { suggest } from './names.js';
import type { Constraint } from './ruleset.js';

/** More pairs than this come from tags that exclude one another, and say what one `allow` says. */
const MOST_PAIRS = RULE_LIMITS.pairs;

/** What limits which promotions stand together: `allow` statements as declared, then promotions in order of evaluation. */
export function constraintsOf(
  allows: readonly AllowStatement[],
  statements: readonly PromotionStatement[],
  context: Context,
): readonly Constraint[] {
  const order = new Map(statements.map(({ name }, index) => [name.text, index]));
  const sorted = (ids: readonly string[]): string[] =>
    ids.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return [
    ...allows.flatMap((statement) => allowOf(statement, sorted, context)),
    ...pairsOf(statements, sorted, context),
    ...statements.flatMap((statement) => aloneOf(statement, context)),
  ];
}

function allowOf(
  statement: AllowStatement,
  sorted: (ids: readonly string[]) => string[],
  context: Context,
): readonly Constraint[] {
  const named = statement.members.map((member) => promotionsOf(member, context));
  const members = sorted([...new Set(named.flat())]);
  const count = wholeAt(statement.count, 0, '`allow`', context);
  if (count === undefined) return [];
  if (count === 0) context.findings.add('RK1074', statement.count.span, {});
  const isComplete = named.every((promotions) => promotions.length > 0);
  if (isComplete && count > 0 && members.length <= count) {
    context.findings.add('RK1075', statement.span, { count, members: members.length });
  }
  const text = `allow ${count} of ${statement.members.map(textOf).join(', ')}`;
  const constraint: Constraint = { kind: 'allow', count, members, text };
  context.places.set(constraint, statement.span);
  return [constraint];
}

/** The promotions a name or a tag stands for; an unknown one is reported. */
function promotionsOf({ name, tag }: Reference, { findings, promotions, tags }: Context): readonly string[] {
  if (!tag)
    return promotions.find(name, 'name a promotion or coupon of this file') === undefined ? [] : [name.text];
  const tagged = tags.get(name.text);
  if (tagged === undefined && name.text !== '') {
    const help = suggest(name.text, tags.keys(), `give it to a promotion: \`tag ${name.text}\``);
    findings.add('RK1001', name.span, { kind: 'tag', name: name.text, help });
  }
  return (tagged ?? []).map((promotion) => promotion.text);
}

function textOf({ name, tag }: Reference): string {
  return tag ? `tag ${printName(name)}` : printName(name);
}

/** `A not with B, C` limits A with B and A with C; a pair that both sides name counts once. */
function pairsOf(
  statements: readonly PromotionStatement[],
  sorted: (ids: readonly string[]) => string[],
  context: Context,
): readonly Constraint[] {
  const pairs = new Map<string, Constraint>();
  for (const statement of statements) {
    for (const member of excludedBy(statement)) {
      for (const other of othersOf(statement, member, context)) {
        if (pairs.size >= MOST_PAIRS) {
          context.findings.add('RK1086', member.span, { most: MOST_PAIRS });
          return [];
        }
        const members = sorted([statement.name.text, other]);
        const text = `${printName(statement.name)} not with ${textOf(member)}`;
        const key = members.join(' ');
        if (pairs.has(key)) continue;
        const pair: Constraint = { kind: 'not-with', count: 1, members, text };
        context.places.set(pair, member.span);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()];
}

function excludedBy({ clauses }: PromotionStatement): readonly Reference[] {
  return clauses.flatMap((clause) => (clause.kind === 'not-with' ? clause.members : []));
}

/** A promotion may name a tag it carries itself and means the others; naming itself is a slip. */
function othersOf({ name }: PromotionStatement, member: Reference, context: Context): readonly string[] {
  if (!member.tag && member.name.text === name.text && name.text !== '') {
    context.findings.add('RK1076', member.span, { name: name.text });
    return [];
  }
  return promotionsOf(member, context).filter((other) => other !== name.text);
}

function aloneOf({ clauses, name }: PromotionStatement, { places }: Context): readonly Constraint[] {
  const clause = clauses.find(({ kind }) => kind === 'alone');
  if (clause === undefined) return [];
  const constraint: Constraint = {
    kind: 'alone',
    count: 1,
    members: [name.text],
    text: `${printName(name)} alone`,
  };
  places.set(constraint, clause.span);
  return [constraint];
}
