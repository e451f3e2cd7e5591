import type { ScaleRule } from './rules.js';

const HEAD = `currency CNY

line has store text, brand text

layers sku, brand, store
`;

/** Where the first promotion's line is, and how many lines each takes with the empty one after it. */
export const HEAD_LINES = 6;
export const LINES_EACH = 5;

/** The promotions as a rule file. */
export function scaleText(rules: readonly ScaleRule[]): string {
  return `${HEAD}\n${rules.map(promotion).join('\n')}`;
}

function promotion(rule: ScaleRule): string {
  const { id, kind, key } = rule;
  return `promotion ${id}\n  layer ${kind}\n  on lines where ${kind} is "${key}"\n  ${offer(rule)}\n`;
}

function offer(rule: ScaleRule): string {
  switch (rule.kind) {
    case 'store':
      return `spend ${yuan(rule.at)} take ${yuan(rule.off)} off`;
    case 'brand':
      return `take ${rule.percent}% off each line`;
    case 'sku':
      return `take ${yuan(rule.off)} off each line`;
  }
}

export const yuan = (minor: number): string => (minor / 100).toFixed(2);
