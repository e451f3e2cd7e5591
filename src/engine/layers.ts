import { runBest } from './best.js';
import { admit, type Course } from './course.js';
import type { Layer } from './layer.js';
import { overLines, uncheckedFloors } from './limits.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';
import { beginRule, runStanding } from './run-standing.js';
import { areSwiftOnce, mayBeSwift, runSwift, runSwiftBest } from './swift-run.js';

/** Section 4.2 and 4.3: one layer, its promotions (`from` this one up to that one) in order of evaluation. */
export function runLayer(
  layer: Layer,
  rules: readonly Rule[],
  from: number,
  to: number,
  course: Course,
  run: Run,
): void {
  const before = run.grants.length;
  beginLayer(layer, run);
  if (layer.combine === 'best' || layer.combine === 'best-per') {
    const isSwift = layer.combine === 'best' && layer.isPlain && areSwiftOnce(rules, from, to, course, run);
    if (!isSwift || !runSwiftBest(rules, from, to, run)) runBest(layer, rules.slice(from, to), course, run);
  } else runInTurn(rules, from, to, course, run);
  run.base = run.left;
  if (layer.floors.length > 0 && run.grants.length > before) {
    const found = overLines(run.lineCount, run, () =>
      uncheckedFloors(layer.floors, run, { layer: layer.name ?? '' }),
    );
    run.unchecked = [...run.unchecked, ...found];
  }
  if (layer.isRemembered) run.after[layer.index] = run.left.slice(0, run.cellCount);
}

function beginLayer(layer: Layer, run: Run): void {
  run.layer = layer;
  run.layerGoods = 0;
  run.stopLayer = undefined;
  run.stopLines = undefined;
  run.spoken = layer.eachUnitOnce ? new Float64Array(run.lineCount) : undefined;
  if (layer.combine === 'together') run.base = run.left.slice(0, run.cellCount);
}

/** Each in turn on what the earlier left; in a `together` layer amounts are formed on what was left when it began. */
function runInTurn(rules: readonly Rule[], from: number, to: number, course: Course, run: Run): void {
  for (let index = from; index < to; index += 1) {
    const rule = rules[index] as Rule;
    const { swift } = rule;
    if (swift && run.layer.isPlain && mayBeSwift(rule, course, run) && runSwift(rule, swift, run)) continue;
    beginRule(rule, run);
    if (admit(rule, course, run)) rule.standings.each(run, runStanding);
  }
}
