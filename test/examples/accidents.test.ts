import { describe, expect, it } from 'vitest';
import { price, verify } from '../../src/index.js';
import { checkExample, exampleFolders, readCart, readExample } from './folder.js';
import { summary } from './summary.js';

const page = readExample('accidents', 'README.md');

/** The lines of the blocks that begin with this word, by the folder they name. */
function blocks(word: string): ReadonlyMap<string, readonly string[]> {
  const fences = page.matchAll(new RegExp(`^\`\`\`${word} (\\S+)\\n(.*?)^\`\`\`$`, 'gms'));
  return new Map(Array.from(fences, ([, folder = '', text = '']) => [folder, text.split('\n').slice(0, -1)]));
}

const found = blocks('found');
const priced = blocks('priced');
const folders = exampleFolders('accidents/').map((folder) => folder.replace('accidents/', ''));

it('the page tells of every accident, and of no other', () => {
  expect([...found.keys()].sort()).toEqual(folders);
  expect([...priced.keys()].sort()).toEqual(folders);
});

describe.each(folders)('the accident %s', (name) => {
  const checked = checkExample(`accidents/${name}`);

  it('is found as the page says, and by nothing else', () => {
    const findings = checked.diagnostics.map((one) => `${one.code} line ${one.line}: ${one.message}`);
    expect(findings.length === 0 ? ['nothing'] : findings).toEqual(found.get(name));
  });

  it('is priced as the page says', () => {
    if (!checked.ok) throw new Error('the rules have errors');
    const result = price(checked.ruleset, readCart(`accidents/${name}`, 'cart.json'));
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(summary(result.breakdown)).toEqual(priced.get(name));
    expect(verify(result.breakdown)).toEqual([]);
  });

  it('is stopped: by a finding, by a guarantee, or by what always holds', () => {
    const words = [...(found.get(name) ?? []), ...(priced.get(name) ?? [])].join('\n');
    const holdsAlways = ['one-cent-short', 'below-zero', 'nine-ninety-nine', 'claimed-again'];
    expect(holdsAlways.includes(name)).toBe(!/^RK2|^violation/m.test(words));
  });
});
