import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/index.js';

const page = readFileSync(new URL('../../docs/mechanics.md', import.meta.url), 'utf8');

function blocks(info: string): readonly string[] {
  const fences = page.matchAll(new RegExp(`^\`\`\`${info}\\n(.*?)^\`\`\`$`, 'gms'));
  return Array.from(fences, ([, text = '']) => text);
}

describe('docs/mechanics.md', () => {
  const [prelude = ''] = blocks('reckon prelude');
  const files = new Map(
    Array.from(page.matchAll(/^```csv file=(\S+)\n(.*?)^```$/gms), ([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
  const host = { read: (path: string): string | undefined => files.get(path) };

  it('declares once what its carts carry', () => {
    expect(blocks('reckon prelude')).toHaveLength(1);
    expect(blocks('reckon').length).toBeGreaterThan(20);
  });

  it.each(blocks('reckon'))('says something that compiles without a word: %s', (block) => {
    expect(compile(`${prelude}\n${block}`, { name: 'mechanics.md', host }).diagnostics).toEqual([]);
  });
});
