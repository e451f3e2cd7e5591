import { declaredHere } from './declared.js';
import type { Lint } from './lint.js';
import { withoutLines } from './removal.js';

/** RK2204: a tag that nothing names. */
export const unusedTag: Lint = (subject) => {
  const { uses } = subject;
  for (const { clauses } of declaredHere(subject, 'promotion', 'coupon')) {
    for (const clause of clauses) {
      if (clause.kind !== 'tag' || uses.tags.has(clause.name.text)) continue;
      const edits = withoutLines(clause.span, subject.findings.sources.get(clause.span.file));
      const fix = { title: 'remove it', safe: true, edits };
      subject.findings.add('RK2204', clause.span, { name: clause.name.text }, fix);
    }
  }
};
