import { Decimal } from 'decimal.js';
import { printExpression } from '../../syntax/print.js';
import { capOf, shownPercent } from './amounts.js';
import type { Lint, Subject } from './lint.js';
import type { Percentage } from './percentages.js';

/** From this much off, in percent, the two readings of a percentage are so far apart that the other one is likelier. */
const FAR = 80;

/** RK2008: `pay 15%` where 15 % off was meant, `take 85% off` where 85 % was to be paid. */
export const paidOrOff: Lint = (subject) => {
  for (const found of subject.percentages) if (isConfused(found)) report(found, subject);
};

/** Whether what is taken off is so much that the other reading was probably meant; a cap makes it harmless. */
export function isConfused({ at, made, off, rule }: Percentage): boolean {
  if (off.lt(FAR) || off.gte(100)) return false;
  return capOf([made.offer.limits, rule.promotion.limits], at) === undefined;
}

function report({ at, made, off, word, written }: Percentage, { findings }: Subject): void {
  const [taken, paid] = [shownPercent(off), shownPercent(new Decimal(100).sub(off))];
  const other = word === 'pay' ? taken : paid;
  const meant = word === 'pay' ? `${paid}% off was meant` : `${taken}% was to be paid`;
  const help = `if ${meant}, write \`${sentence(word, `${other}%`)}\``;
  const place = { ...made.node.span, end: written.span.end };
  const params = {
    written: sentence(word, printExpression(written)),
    paid,
    off: taken,
    where: at.where,
    help,
  };
  const edits = [{ start: written.span.start, end: written.span.end, replacement: `${other}%` }];
  const fix = { title: `write \`${sentence(word, `${other}%`)}\``, safe: false, edits };
  findings.add('RK2008', place, params, written.kind === 'percent' ? fix : undefined);
}

function sentence(word: Percentage['word'], amount: string): string {
  return word === 'pay' ? `pay ${amount}` : `take ${amount} off`;
}
