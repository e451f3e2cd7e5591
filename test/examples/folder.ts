import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CartInput, compile, type Ruleset } from '../../src/index.js';

const EXAMPLES: URL = new URL('../../examples/', import.meta.url);

/** The example folders by name. */
export function exampleFolders(): readonly string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The carts of an example folder. */
export function cartsOf(folder: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, EXAMPLES))
    .filter((name) => /^cart.*\.json$/.test(name))
    .sort();
}

export function readExample(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}`, EXAMPLES), 'utf8');
}

export function readCart(folder: string, name: string): CartInput {
  return JSON.parse(readExample(folder, name)) as CartInput;
}

/** Compiles the rules of an example; anything the checker has to say about them fails. */
export function compileExample(folder: string): Ruleset {
  const name = fileURLToPath(new URL(`${folder}/rules.reckon`, EXAMPLES));
  const host = { read: (path: string): string => readFileSync(path, 'utf8') };
  const compiled = compile(readExample(folder, 'rules.reckon'), { name, host });
  if (!compiled.ok || compiled.diagnostics.length > 0) {
    throw new Error(
      compiled.diagnostics.map((one) => `${one.code} ${one.line}:${one.column} ${one.message}`).join('\n'),
    );
  }
  return compiled.ruleset;
}

/** The `expected` blocks of a folder's `expected.md`, by the cart they name. */
export function expectedBlocks(folder: string): ReadonlyMap<string, readonly string[]> {
  const blocks = readExample(folder, 'expected.md').matchAll(/^```expected (\S+)\n(.*?)\n```$/gms);
  return new Map(Array.from(blocks, ([, cart = '', text = '']) => [cart, text.split('\n')]));
}
