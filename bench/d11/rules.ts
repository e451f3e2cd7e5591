import { readFileSync } from 'node:fs';
import { D11, type D11Numbers } from './numbers.js';

/** The rule file of D11, as it stands. */
export const D11_RULES: string = readFileSync(new URL('../d11/d11.reckon', import.meta.url), 'utf8');

/** The same rules but for the coupon and the member price, which are kept apart by a constraint over the whole order. */
export function rulesWithConstraint(): string {
  const [before, after] = ['coupon-or-member best', 'coupon-or-member'];
  const constraint = 'take 5% off capped at 100.00';
  return replaceOnce(replaceOnce(D11_RULES, before, after), constraint, `${constraint}\n  not with cat88`);
}

/** The rule file with other numbers in the same places. */
export function rulesWith(numbers: D11Numbers): string {
  const now = clauses(numbers);
  return clauses(D11).reduce((text, clause, index) => replaceOnce(text, clause, now[index]!), D11_RULES);
}

/** Every clause with numbers, as the file writes it. */
function clauses({ brand, tiers, platform, cat88, member, freeFrom }: D11Numbers): readonly string[] {
  return [
    `take ${brand.percent}% off each line capped at ${yuan(brand.cap)}`,
    ...tiers.map(({ at, off }) => `spend ${yuan(at)} take ${yuan(off)} off`),
    `every ${yuan(platform.every)} take ${yuan(platform.off)} off capped at ${yuan(platform.cap)}`,
    `spend ${yuan(cat88.at)} take ${yuan(cat88.off)} off`,
    `take ${member.percent}% off capped at ${yuan(member.cap)}`,
    `spend ${yuan(freeFrom)} ship free`,
  ];
}

const yuan = (minor: number): string => (minor / 100).toFixed(2);

function replaceOnce(text: string, clause: string, other: string): string {
  const parts = text.split(clause);
  if (parts.length !== 2) throw new Error(`d11.reckon says \`${clause}\` ${parts.length - 1} times`);
  return parts.join(other);
}
