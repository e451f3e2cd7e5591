import type { TokenType } from 'chevrotain';
import { scan } from './lexing/scan.js';
import { Mistakes } from './mistakes.js';
import { Identifier, NOT_NAMES, PromotionName, ScenarioName, keywordTypes } from './tokens.js';

const KINDS: Readonly<Record<'PromotionName' | 'ScenarioName', TokenType>> = { PromotionName, ScenarioName };

/** Whether a text may stand for a name of this kind as it is; if not, it stands in backticks. */
export function isNameIn(text: string, kind: keyof typeof KINDS): boolean {
  if (keywordTypes.has(text)) return NOT_NAMES.get(KINDS[kind])?.has(text) === false;
  const mistakes = new Mistakes('', text);
  const [token, ...others] = scan('', text, mistakes).tokens;
  return (
    token?.tokenType === Identifier &&
    token.image === text &&
    others.length === 0 &&
    mistakes.diagnostics.length === 0
  );
}
