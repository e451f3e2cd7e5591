import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { rulesText } from '../support/generate/index.js';
import { filesOf } from '../support/generate/universe.js';
import type { Difference } from './evaluators.js';
import { cartOf, type Pair } from './pair.js';

/** Writes a pair's rule file, what it names, and the cart into a folder; gives the command that shows the difference. */
export function writePair(pair: Pair, folder: string = mkdtempSync(join(tmpdir(), 'reckon-fuzz-'))): string {
  mkdirSync(folder, { recursive: true });
  const files = { ...filesOf(pair.rules.world), 'rules.reckon': rulesText(pair.rules) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'cart.json'), `${JSON.stringify(cartOf(pair), undefined, 2)}\n`);
  const { cartDigest, explain = [], hints } = pair.options;
  const words = [
    `npm run -s fuzz -- --rules ${quoted(join(folder, 'rules.reckon'))} --cart ${quoted(join(folder, 'cart.json'))}`,
    ...explain.map((id) => `--explain ${quoted(id)}`),
    ...(hints === true ? ['--hints'] : []),
    ...(cartDigest === true ? ['--cart-digest'] : []),
  ];
  return words.join(' ');
}

/** A word of a command line. */
function quoted(word: string): string {
  return /^[\w./:\\-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A difference line by line, the reference evaluator's breakdown first. */
export function differenceText({ engine, reference }: Difference): string {
  const patch = createTwoFilesPatch('reference', 'engine', pretty(reference), pretty(engine), '', '', {
    context: 4,
  });
  return patch.split('\n').slice(1).join('\n').trimEnd();
}

function pretty(said: string): string {
  return said.startsWith('{') ? `${JSON.stringify(JSON.parse(said), undefined, 2)}\n` : `${said}\n`;
}
