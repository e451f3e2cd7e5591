import { describe, expect, it } from 'vitest';
import { type CartInput, runScenarios, verify } from '../../src/index.js';
import { price } from '../support/price.js';
import { KEYWORDS } from '../../src/syntax/words.js';
import { brokenLinks, type Block, languagePages } from './pages.js';
import { compileBlock, listed, pricedCarts, rightRules, wordsIn, wrongRules } from './rules.js';

function placed<T extends Block>(blocks: readonly T[]): readonly (readonly [string, T])[] {
  return blocks.map((block) => [`${block.page}:${block.line}`, block]);
}

describe.each(placed(rightRules))('the rules of %s', (_, block) => {
  const compiled = compileBlock(block);

  it('compile without a word', () => {
    expect(listed(block, compiled.diagnostics)).toEqual([]);
  });

  const results = compiled.ok ? runScenarios(compiled.ruleset).results : [];

  it.each(results.map((result) => [result.title, result] as const))(
    'cost what they should: %s',
    (_title, { breakdown, failures }) => {
      expect(failures.map(({ message }) => message)).toEqual([]);
      expect(verify(breakdown)).toEqual([]);
    },
  );
});

it.each(placed(wrongRules))('the mistake of %s is found', (_, block) => {
  const codes = compileBlock(block).diagnostics.map(({ code }) => code);
  expect(codes.join(',')).toBe(block.options.get('wrong'));
});

it.each(pricedCarts().map((priced) => [`${priced.block.page}:${priced.block.line}`, priced] as const))(
  'the breakdown under %s is what comes out',
  (_, { block, cart, hints, parts }) => {
    const compiled = compileBlock(block);
    if (!compiled.ok) throw new Error(listed(block, compiled.diagnostics).join('\n'));
    const result = price(compiled.ruleset, cart as CartInput, { hints });
    if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 2));
    expect(parts).not.toEqual([]);
    for (const part of parts) expect(result.breakdown).toMatchObject(part);
    expect(verify(result.breakdown)).toEqual([]);
  },
);

describe('the manual is whole', () => {
  const pages = languagePages();
  const written = new Set(rightRules.flatMap(wordsIn));
  const index = pages.find(({ path }) => path === 'language.md')?.text.split('## Every word')[1] ?? '';

  it.each(KEYWORDS)('`%s` stands in rules that run, and in the index', (word) => {
    expect(written).toContain(word);
    expect(index).toContain(`\`${word}\``);
  });

  it.each(pages.map((page) => [page.path, page] as const))('the links of %s lead somewhere', (_, page) => {
    expect(brokenLinks(page, pages)).toEqual([]);
  });
});
