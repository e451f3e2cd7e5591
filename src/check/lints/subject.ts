import type { Checked, Rule as CheckedRule } from '../check.js';
import type { Findings } from '../findings.js';
import type { Program } from '../program.js';
import type { Offer, Opening, SpendTier } from '../ruleset.js';
import { isThreshold } from '../thresholds.js';
import type { Subject } from './lint.js';
import type { Made } from './rule.js';
import { percentages } from './percentages.js';
import { sumsOff } from './sums.js';
import { neighbours } from './tiers.js';
import { twinsOf } from './twin.js';
import { usesIn } from './uses.js';

/** Gathers once what several lints ask for. */
export function subjectOf(checked: Checked, program: Program, findings: Findings): Subject {
  const { ruleset } = checked;
  const rules = checked.rules.map((rule) => ({ ...rule, offers: offersOf(rule) }));
  return {
    ...checked,
    program,
    findings,
    rules,
    sums: sumsOff(rules, ruleset),
    percentages: percentages(rules, ruleset),
    neighbours: neighbours(rules, ruleset),
    uses: usesIn(program.statements),
    twins: twinsOf(rules),
  };
}

function offersOf({ promotion, statement }: CheckedRule): readonly Made[] {
  const clauses = statement.clauses.filter(isThreshold);
  return openings(promotion.opens).flatMap(({ offers, spend }, index) => {
    const clause = clauses[index];
    return offers.flatMap((offer, place) => {
      const node = clause?.offers[place];
      if (clause === undefined || node === undefined) return [];
      return [{ offer, node, clause, ...(spend !== undefined && { spend }) }];
    });
  });
}

interface Opened {
  readonly offers: readonly Offer[];
  readonly spend?: SpendTier;
}

function openings(opens: Opening): readonly Opened[] {
  switch (opens.kind) {
    case 'spend':
      return opens.tiers.map((spend) => ({ offers: spend.offers, spend }));
    case 'every-amount':
      return [{ offers: opens.step.offers, spend: opens.step }];
    case 'buy':
      return opens.tiers.map(({ offers }) => ({ offers }));
    default:
      return [{ offers: opens.offers }];
  }
}
