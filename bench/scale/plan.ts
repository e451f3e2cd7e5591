import { checksumOf } from '../../src/plan/checksum.js';
import type { Plan, PlanPromotion, PlanRules } from '../../src/plan/types.js';
import { compileRules, lowerRules } from '../reckon.js';
import type { ScaleRule } from './rules.js';
import { HEAD_LINES, LINES_EACH, scaleText, yuan } from './text.js';

/** One promotion of each kind, with values that stand nowhere else. */
const SAMPLES: readonly ScaleRule[] = [
  { kind: 'store', id: 'sample-store', key: 'STORE', at: 1234, off: 5678 },
  { kind: 'brand', id: 'sample-brand', key: 'BRAND', percent: 97 },
  { kind: 'sku', id: 'sample-sku', key: 'SKU', off: 2345 },
];

/**
 * The plan of so many promotions that nobody would parse them: one promotion of each kind is compiled, and its plan is copied for
 * every other one with its own id, key and numbers. A test sees that this is what `compile` makes of the text.
 */
export function scalePlan(promotions: readonly ScaleRule[]): Plan {
  const { reckonPlan, rules: sample } = lowerRules(compileRules(scaleText(SAMPLES), 'scale.reckon'));
  const copies = new Map(SAMPLES.map((rule) => [rule.kind, copier(sample, rule)]));
  const byLayer = sample.layers.map(({ name }) =>
    [...promotions.entries()].flatMap(([index, rule]) =>
      rule.kind === name ? [copies.get(name)!(rule, HEAD_LINES + 1 + index * LINES_EACH)] : [],
    ),
  );
  const rules: PlanRules = { ...sample, promotions: byLayer.flat() };
  return { reckonPlan, checksum: checksumOf(rules), rules };
}

type Copier = (rule: ScaleRule, line: number) => PlanPromotion;

/** Copies the plan of a sample by its text, in which its values are replaced. */
function copier({ promotions }: PlanRules, sample: ScaleRule): Copier {
  const promotion = promotions.find(({ id }) => id === sample.id)!;
  const text = JSON.stringify(promotion);
  const found = new RegExp(valuesOf(sample).join('|'), 'g');
  const places = valuesOf(sample);
  return (rule, line) => {
    const values = valuesOf(rule);
    const copy = JSON.parse(text.replace(found, (value) => values[places.indexOf(value)]!)) as PlanPromotion;
    return { ...copy, at: [0, line] };
  };
}

/** The values of a promotion, as a plan writes them; amounts stand in minor units and in the offer's text. */
function valuesOf(rule: ScaleRule): readonly string[] {
  switch (rule.kind) {
    case 'store':
      return [rule.id, rule.key, yuan(rule.off), String(rule.off), String(rule.at)];
    case 'brand':
      return [rule.id, rule.key, String(rule.percent)];
    case 'sku':
      return [rule.id, rule.key, yuan(rule.off), String(rule.off)];
  }
}
