import { type Breakdown, breakdownText, verify } from '../../../src/index.js';
import { generate } from '../../support/generate/index.js';
import { compiled, priced } from '../../support/generate/priced.js';
import type { Random } from '../../support/generate/random.js';
import { parsed } from './carts-door.js';
import { type Door, expectFit, expectSame, expectThat } from './door.js';
import { SOUND } from './examples.js';
import { mutatedJson } from './json.js';

/** The JSON of a breakdown. */
export const breakdowns: Door = {
  name: 'breakdowns',
  extension: 'json',
  draw: (random) => mutatedJson(drawBreakdown(random), random),
  take(text) {
    const value = parsed(text);
    const findings = verify(value);
    for (const { message, path } of findings) expectFit('a finding', `${path} ${message}`);
    expectSame('verified again', JSON.stringify(verify(value)), JSON.stringify(findings));
    if (findings.length > 0) return;
    const breakdown = value as Breakdown;
    expectFit('a printed breakdown', breakdownText(breakdown));
    expectSums(breakdown);
  },
};

export function drawBreakdown(random: Random): Breakdown {
  if (random.chance(0.3)) return JSON.parse(random.pick(SOUND)) as Breakdown;
  const { rules, cart } = generate(random.int(1, 20_000));
  const ruleset = compiled(rules);
  return ruleset ? priced(ruleset, cart, { hints: true }) : (JSON.parse(random.pick(SOUND)) as Breakdown);
}

/** What is found sound sums to what is paid, by a sum of its own. */
function expectSums({ lines, shipping, total }: Breakdown): void {
  const sum = (from: readonly { readonly pay: string | number }[]): bigint =>
    from.reduce((all, { pay }) => all + minor(pay), 0n);
  expectThat(
    sum([...lines, ...shipping]) === minor(total.pay),
    'a sound breakdown does not sum to what is paid',
  );
  for (const { pay } of [...lines, ...shipping])
    expectThat(minor(pay) >= 0n, 'a sound breakdown pays below zero');
}

export function minor(amount: string | number): bigint {
  return BigInt(String(amount).replace('.', ''));
}
