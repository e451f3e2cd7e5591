import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '../../../src/syntax/index.js';

const ROOT = new URL('../../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** The rule files of `examples/`, by path. */
export const EXAMPLES: readonly (readonly [path: string, text: string])[] = readdirSync(
  new URL('examples/', ROOT),
  { recursive: true, encoding: 'utf8' },
)
  .filter((name) => name.endsWith('.reckon'))
  .map((name) => [`examples/${name}`, read(`examples/${name}`)] as const);

/** The rule blocks of the documentation that have the form of a rule file. */
export const BLOCKS: readonly (readonly [place: string, text: string])[] = [
  'README.md',
  ...readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
  .flatMap((path) =>
    Array.from(
      read(path).matchAll(/^```reckon.*\n([^]*?)^```$/gm),
      ({ 1: text = '' }, index) => [`${path}, block ${index + 1}`, text] as const,
    ),
  )
  .filter(([, text]) => parse(text).diagnostics.length === 0);

/** Every form of the language, each clause in a promotion of its own: beside others it could mean something else. */
const EVERY_FORM: string = read('test/syntax/fixtures/every-form.reckon').replace(
  /(?<=^promotion every-clause .*\n)(?: {2}.*\n)+/m,
  (clauses) => clauses.replaceAll(/^(?= {2})/gm, 'promotion p\n'),
);

/** All texts that are tried. */
export const TEXTS: readonly string[] = [
  EVERY_FORM,
  read('test/fixtures/at-a-glance.reckon'),
  ...EXAMPLES.map(([, text]) => text),
  ...BLOCKS.map(([, text]) => text),
];
