import type { Detail, Grant } from './grant.js';
import type { Run } from './run.js';

/** Takes a grant off what is left, and books it. */
export function apply(grant: Grant, run: Run): void {
  const { left, lineCount } = run;
  const { cell: cellOf, amount: amountOf } = run.parts;
  const { from, to } = grant;
  run.grants.push(grant);
  let goods = 0;
  for (let part = from; part < to; part += 1) {
    const cell = cellOf[part] as number;
    const amount = amountOf[part] as number;
    left[cell] = (left[cell] as number) - amount;
    if (cell < lineCount) goods += amount;
  }
  run.goods += goods;
  run.layerGoods += goods;
  run.ruleTaken += grant.amount;
  if (grant.rule.funding.length > 0) run.isFunded = true;
  if (grant.detail) bookDetail(grant.detail, run);
  if (grant.rule.stop) stopAfter(grant, run);
}

function bookDetail({ picked, caps, unchecked, used, given }: Detail, run: Run): void {
  run.ruleUnits += picked;
  if (given.length > 0) run.isGiving = true;
  if (caps.length > 0) run.ruleCaps = caps.map((taken, cap) => (run.ruleCaps[cap] ?? 0) + taken);
  if (unchecked.length > 0) run.unchecked = [...run.unchecked, ...unchecked];
  const { spoken } = run;
  if (spoken && used) for (const [line, units] of used) spoken[line] = (spoken[line] as number) + units;
}

/** Section 4.4, `stop`: what an applied promotion keeps from running after it. */
function stopAfter({ rule, lines }: Grant, run: Run): void {
  if (rule.stop === 'all') run.stopAll ??= rule;
  if (rule.stop === 'layer') run.stopLayer ??= rule;
  if (rule.stop !== 'lines') return;
  run.stopLines ??= [];
  for (const line of lines) run.stopLines[line] ??= rule;
}
