import type { Lint } from './lint.js';

/** RK2009: a commission on a subsidy by a party that pays for nothing. */
export const unfundedSubsidy: Lint = ({ findings, rules }) => {
  const payers = new Set(
    rules.flatMap(({ promotion }) =>
      promotion.funding.flatMap(({ party }) => (party.kind === 'name' ? [party.name] : [])),
    ),
  );
  for (const { statement } of rules) {
    for (const clause of statement.clauses) {
      if (clause.kind !== 'commission' || clause.subsidyBy === undefined) continue;
      const { span, text } = clause.subsidyBy;
      if (!payers.has(text)) findings.add('RK2009', span, { party: text });
    }
  }
};
