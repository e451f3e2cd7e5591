import type { Lint } from './lint.js';

/** RK2107: a window that opens on a day and never closes. */
export const noEnd: Lint = ({ findings, rules }) => {
  for (const { promotion, statement } of rules) {
    const clauses = statement.clauses.filter((clause) => clause.kind === 'active');
    for (const [index, { from, until }] of promotion.windows.entries()) {
      const clause = clauses[index];
      if (from !== undefined && until === undefined && clause !== undefined)
        findings.add('RK2107', clause.span, {});
    }
  }
};
