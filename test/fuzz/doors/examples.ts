import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Host } from '../../../src/index.js';
import { filesOf } from '../../support/generate/universe.js';
import { PLAIN } from '../../support/generate/world.js';

/** One folder of examples: its rules and its carts. Both commands that read them run in the package's folder. */
interface Example {
  readonly rules: string;
  readonly carts: readonly string[];
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [join(path, name), ...foldersIn(join(path, name))]);
}

const FOLDERS = foldersIn('examples')
  .filter((folder) => existsSync(join(folder, 'rules.reckon')))
  .toSorted();

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

export const EXAMPLES: readonly Example[] = FOLDERS.map((folder) => ({
  rules: readFileSync(join(folder, 'rules.reckon'), 'utf8'),
  carts: filesIn(folder, /^cart.*\.json$/),
}));

/** Rule texts that hold every form of the language. */
export const EVERY_FORM: readonly string[] = [
  'test/syntax/fixtures/every-form.reckon',
  'test/fixtures/at-a-glance.reckon',
].map((path) => readFileSync(path, 'utf8'));

/** Breakdowns gone through by hand, as JSON; together they have nearly every member there is. */
export const SOUND: readonly string[] = filesIn('test/verify/sound', /\.json$/);

const TABLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(filesOf(PLAIN)),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
  ),
]);

export const TABLE_TEXTS: readonly string[] = [...TABLES.values()];

/** The tables of all examples and of generated rules, by their file names, whatever folder is asked. */
export const HOST: Host = { read: (path) => TABLES.get(basename(path)) };
