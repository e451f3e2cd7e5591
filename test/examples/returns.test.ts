import { expect, test } from 'vitest';
import { price, type Refund, type Return, type ReturnPolicy } from '../../src/index.js';
import { refundsOf } from '../refund/returns.js';
import { compileExample, readCart, readExample } from './folder.js';

/** The blocks of what comes back: the policy, the returns one after the other, and what each gives back. */
const blocks = [
  ...readExample('returns', 'expected.md').matchAll(/^```returned (\S+) ([^\n]*)\n(.*?)\n```$/gms),
].map(([, policy = '', returns = '', text = '']) => ({ policy, returns, lines: text.split('\n') }));

function returnOf(text: string): readonly Return[] {
  const [line = '', units] = text.split(':');
  return [{ line, ...(units !== undefined && { units: Number(units) }) }];
}

function summary({ total, funding }: Refund): readonly string[] {
  const { refund, goods, shipping, held, left } = total;
  const parties = Object.entries(funding).map(([party, { back }]) => `${party} gives back ${back}`);
  return [
    `${refund} refund: goods ${goods}, shipping ${shipping}, held ${held}; ${left} left`,
    parties.join(', '),
  ];
}

test('there are returns by every policy', () => {
  expect(new Set(blocks.map(({ policy }) => policy))).toEqual(new Set(['keep', 'retest', 'rules']));
});

test.each(blocks)(
  '$returns by `$policy` gives back what was worked out by hand',
  ({ policy, returns, lines }) => {
    const ruleset = compileExample('returns');
    const cart = readCart('returns', 'cart.json');
    const priced = price(ruleset, cart);
    if (!priced.ok) throw new Error(JSON.stringify(priced.errors));
    const options = {
      breakdown: priced.breakdown,
      origin: { ruleset, cart },
      policy: policy as ReturnPolicy,
    };
    expect(refundsOf(options, returns.split(', ').map(returnOf)).flatMap(summary)).toEqual(lines);
  },
);
