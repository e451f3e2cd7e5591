import type { SayRule } from './breakdown/words.js';
import { explainFile, explainPromotion, type ExplainOptions, voiceOf } from './explain/explain.js';
import { glossaryOf } from './explain/glossary.js';
import { Ruleset } from './ruleset.js';

export type { ExplainOptions };

/**
 * Says in plain sentences what a promotion means: when, for whom, on what, what it gives, its limits, its turn, what it may
 * stand together with, how it is rounded and allocated, how often it may be used, who pays for it. It is said from the checked
 * ruleset, with every name resolved and every default filled in, so that nothing that changes a price goes unsaid.
 *
 * `undefined` where no promotion has this id. The text is `options.width` columns wide (80) and ends with a line break.
 */
export function explain(ruleset: Ruleset, id: string, options: ExplainOptions = {}): string | undefined {
  return explainPromotion(checkedOf(ruleset), id, options);
}

/** The same of a whole rule file: what holds for all of it, then every promotion in order of evaluation. */
export function explainAll(ruleset: Ruleset, options: ExplainOptions = {}): string {
  return explainFile(checkedOf(ruleset), options);
}

/**
 * How the texts of a rule file that breakdowns quote are said in a language: what `breakdownText` takes as `say`. Without it a
 * breakdown's offers, conditions and windows stand as the rule file has them.
 */
export function ruleWords(ruleset: Ruleset, { lang }: Pick<ExplainOptions, 'lang'> = {}): SayRule {
  return glossaryOf(voiceOf(checkedOf(ruleset), lang));
}

function checkedOf(ruleset: Ruleset): ReturnType<typeof Ruleset.checked> {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('explain takes a ruleset that compile made');
  return Ruleset.checked(ruleset);
}
