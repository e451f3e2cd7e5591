import { declaredHere } from './declared.js';
import type { Lint } from './lint.js';
import { withoutLines } from './removal.js';

/** RK2203: a table that no promotion stands for. */
export const unusedTable: Lint = (subject) => {
  const { uses } = subject;
  for (const { name, span } of declaredHere(subject, 'table')) {
    if (uses.tables.has(name.text)) continue;
    const edits = withoutLines(span, subject.findings.sources.get(span.file));
    subject.findings.add('RK2203', name.span, { name: name.text }, { title: 'remove it', safe: true, edits });
  }
};
