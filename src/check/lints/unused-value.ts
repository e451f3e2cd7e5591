import { declaredHere } from './declared.js';
import type { Lint } from './lint.js';
import { withoutLines } from './removal.js';

/** RK2202: a `let` that nothing uses. */
export const unusedValue: Lint = (subject) => {
  const { uses } = subject;
  for (const { name, span } of declaredHere(subject, 'let')) {
    if (uses.names.has(name.text)) continue;
    const edits = withoutLines(span, subject.findings.sources.get(span.file));
    subject.findings.add('RK2202', name.span, { name: name.text }, { title: 'remove it', safe: true, edits });
  }
};
