import type { GeneratedPromotion, GeneratedRules } from './model.js';
import { declarationsOf } from './universe.js';
import { disguisedText } from './world.js';

/** The rule file that generated rules stand for. */
export function rulesText(rules: GeneratedRules): string {
  const { defaults, layers, layersCap, promotions, statements, world } = rules;
  const cap = layersCap ? `${layersCap.text}, ` : '';
  const declared = layers.map(({ name, words }) => [name, ...words.map((word) => word.text)].join(' '));
  const layerStatement = layers.length > 0 ? [`layers ${cap}${declared.join(', ')}`] : [];
  const lines = [
    ...defaults.map((one) => one.text),
    ...layerStatement,
    ...promotions.map(promotionText),
    ...statements.map((one) => one.text),
  ];
  return declarationsOf(world) + disguisedText(`${lines.join('\n')}\n`, world);
}

function promotionText({ kind, id, layer, pieces }: GeneratedPromotion): string {
  const clauses = [...(layer === undefined ? [] : [`layer ${layer}`]), ...pieces.map((one) => one.text)];
  return [`${kind} ${id}`, ...clauses.map((clause) => `  ${clause}`)].join('\n');
}
