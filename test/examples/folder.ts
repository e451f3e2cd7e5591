import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CartInput, type CompileResult, compile, type Ruleset } from '../../src/index.js';

const EXAMPLES: URL = new URL('../../examples/', import.meta.url);

/** The example folders by name; with `within` those of a folder that holds others. */
export function exampleFolders(within = ''): readonly string[] {
  return readdirSync(new URL(within, EXAMPLES), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${within}${name}`)
    .filter((folder) => existsSync(new URL(`${folder}/rules.reckon`, EXAMPLES)))
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

/** Compiles the rules of an example and looks for what is probably not meant. */
export function checkExample(folder: string): CompileResult {
  const name = fileURLToPath(new URL(`${folder}/rules.reckon`, EXAMPLES));
  const host = { read: (path: string): string => readFileSync(path, 'utf8') };
  return compile(readExample(folder, 'rules.reckon'), { name, host, lints: true });
}

/** Compiles the rules of an example; anything `reckon check` has to say about them fails. */
export function compileExample(folder: string): Ruleset {
  const compiled = checkExample(folder);
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
