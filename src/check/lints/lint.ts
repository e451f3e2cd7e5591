import type { Checked } from '../check.js';
import type { Findings } from '../findings.js';
import type { Program } from '../program.js';
import type { Percentage } from './percentages.js';
import type { Rule } from './rule.js';
import type { SumOff } from './sums.js';
import type { Tier } from './tiers.js';
import type { Uses } from './uses.js';

/** What lints look at: a program without errors, the ruleset it compiled to, and what several lints ask of it. */
export interface Subject extends Checked {
  readonly program: Program;
  readonly findings: Findings;
  readonly rules: readonly Rule[];
  readonly sums: readonly SumOff[];
  readonly percentages: readonly Percentage[];
  /** Each tier with the one before it. */
  readonly neighbours: readonly (readonly [Tier, Tier])[];
  readonly uses: Uses;
  /** Promotions that say the same as the one before them, with that one. */
  readonly twins: ReadonlyMap<Rule, Rule>;
}

/** Looks for one thing that is allowed and probably not meant. Its time must grow with the rules, not with their pairs. */
export type Lint = (subject: Subject) => void;
