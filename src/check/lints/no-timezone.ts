import type { Lint } from './lint.js';

/** RK2108: windows on a clock that the file does not name, which is UTC's; said once, at the first of them. */
export const noTimezone: Lint = ({ findings, program, rules }) => {
  if (program.statements.some(({ kind }) => kind === 'timezone')) return;
  const [first] = rules.flatMap(({ statement }) =>
    statement.clauses.filter(
      (clause) => clause.kind === 'active' && clause.parts.every(({ kind }) => kind !== 'in'),
    ),
  );
  if (first !== undefined) findings.add('RK2108', first.span, {});
};
