import type { Clause, Text } from '../../syntax/ast.js';
import type { Lint } from './lint.js';
import { withoutItem, withoutLines } from './removal.js';

type CodeClause = Extract<Clause, { kind: 'code' }>;

interface Written {
  readonly clause: CodeClause;
  readonly text: Text;
}

/** RK2206: a code that the same coupon has already, or that one of its patterns matches. */
export const codeTwice: Lint = ({ findings, rules }) => {
  for (const { promotion, statement } of rules) {
    if (promotion.codes.length < 2) continue;
    const written = statement.clauses.flatMap((clause) =>
      clause.kind === 'code' ? clause.codes.map((text) => ({ clause, text })) : [],
    );
    for (const [index, { clause, text }] of written.entries()) {
      const by = written.find(
        (other, place) => place !== index && makesNeedless(other, { clause, text }, place < index),
      );
      if (by === undefined) continue;
      const source = findings.sources.get(text.span.file);
      const edits =
        clause.codes.length > 1 ? withoutItem(clause.codes, text) : withoutLines(clause.span, source);
      findings.add(
        'RK2206',
        text.span,
        { code: text.value, by: `${by.clause.like ? 'code like' : 'code'} "${by.text.value}"` },
        { title: 'remove it', safe: true, edits },
      );
    }
  }
};

/** Of two that are the same the later one is needless; a code is, beside a pattern that matches it. */
function makesNeedless(other: Written, code: Written, isEarlier: boolean): boolean {
  if (other.clause.like === code.clause.like) return isEarlier && other.text.value === code.text.value;
  return other.clause.like && matches(other.text.value, code.text.value);
}

/** Each `*` stands for any characters; each part is looked for once, from left to right. */
function matches(pattern: string, code: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return code === head;
  let from = code.startsWith(head) ? head.length : Infinity;
  for (const part of parts) {
    const found = code.indexOf(part, from);
    from = found < 0 ? Infinity : found + part.length;
  }
  return code.length - tail.length >= from && code.endsWith(tail);
}
