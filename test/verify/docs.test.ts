import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breakdownSchema } from '../../src/breakdown/schema.js';
import { compile, verify } from '../../src/index.js';
import { price } from '../support/price.js';
import type { CartInput } from '../../src/index.js';
import { equations } from '../../src/verify/verify.js';
import { blocksOf, sound } from './sound.js';
import { unseen } from './unseen.js';

const page = readFileSync(new URL('../../docs/breakdown.md', import.meta.url), 'utf8');

it('the example has the shape of a breakdown', () => {
  expect(breakdownSchema.parse(sound.example)).toEqual(sound.example);
});

it('the example adds up', () => {
  expect(verify(sound.example)).toEqual([]);
});

it('the example is what its rules and its cart come to, to the byte but for the digest', () => {
  const [rules = ''] = blocksOf('breakdown.md', 'reckon');
  const [cart = ''] = blocksOf('breakdown.md', 'json cart');
  const compiled = compile(rules, { name: 'shop.reckon' });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  const result = price(compiled.ruleset, JSON.parse(cart) as CartInput);
  if (!result.ok) throw new Error(result.errors.map((one) => one.message).join('\n'));
  const breakdown = { ...result.breakdown, ruleset: sound.example.ruleset };
  expect(JSON.stringify(breakdown, null, 2)).toBe(JSON.stringify(sound.example, null, 2));
});

it('the finding shown is the one that comes of it', () => {
  const [finding = ''] = blocksOf('breakdown.md', 'json finding');
  const broken = JSON.parse(
    JSON.stringify(sound.example).replace('"pay":"30.72"', '"pay":"30.71"'),
  ) as unknown;
  expect(verify(broken).slice(0, 1)).toEqual(JSON.parse(finding));
});

it('every equation stands in the table, in order, as messages say it', () => {
  const [table = ''] = page.slice(page.indexOf('| `not-negative` |')).split('\n\n');
  const rows = [...table.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(([, name, says]) => ({ name, says }));
  expect(rows).toEqual(equations.map(({ name, says }) => ({ name, says })));
});

it('every number that cannot be vouched for is told with the reason', () => {
  expect(unseen.filter(({ why }) => !page.includes(`| ${why} |`)).map(({ why }) => why)).toEqual([]);
});
