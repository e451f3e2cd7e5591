import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OXLINT = join(ROOT, 'node_modules/oxlint/bin/oxlint');
const TSGOLINT = join(ROOT, 'node_modules/oxlint-tsgolint/bin/tsgolint.js');

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
}

/** Lints a folder with the project's rules and gives what it found, error or warning. */
async function lint(folder: string): Promise<readonly Finding[]> {
  const output = await new Promise<string>((resolve) => {
    const env = { ...process.env, OXLINT_TSGOLINT_PATH: TSGOLINT };
    execFile(process.execPath, [OXLINT, '--format=json'], { cwd: folder, env }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const report = JSON.parse(output) as { readonly diagnostics: readonly Finding[] };
  return report.diagnostics;
}

const RESTRICTED = 'eslint(no-restricted-imports)';
const CYCLE = 'import(no-cycle)';

type Planted = readonly [file: string, rule: string, text: string];

/** One file per rule of the house, and nothing wrong with it but that. */
const FORBIDDEN: readonly Planted[] = [
  importing('money/a.ts', '../check/scope.js'),
  importing('money/b.ts', 'decimal.js'),
  importing('diagnostics/a.ts', '../syntax/parse.js'),
  importing('syntax/a.ts', 'node:fs'),
  importing('syntax/b.ts', '../check/scope.js'),
  importing('syntax/c.ts', '../money/round.js'),
  importing('syntax/format/a.ts', '../../check/scope.js'),
  importing('check/a.ts', '../plan/lower.js'),
  importing('check/b.ts', '../reference/evaluate.js'),
  importing('check/c.ts', 'zod'),
  importing('check/deep/a.ts', '../../reference/evaluate.js'),
  importing('plan/a.ts', '../syntax/ast.js'),
  importing('plan/b.ts', '../check/ruleset.js'),
  importing('cart/a.ts', 'zod'),
  importing('cart/b.ts', '../engine/load.js'),
  importing('cart/types.ts', './currency.js'),
  importing('breakdown/types.ts', 'zod'),
  importing('breakdown/schema.ts', '../engine/load.js'),
  importing('engine/a.ts', '../reference/evaluate.js'),
  importing('engine/b.ts', '../check/ruleset.js'),
  importing('engine/c.ts', 'decimal.js'),
  importing('engine/d.ts', '../index.js'),
  importing('reference/a.ts', '../engine/load.js'),
  importing('reference/b.ts', '../money/allocate.js'),
  importing('reference/c.ts', '../check/ruleset.js'),
  importing('reference/d.ts', '../cli/main.js'),
  importing('verify/a.ts', '../reference/evaluate.js'),
  importing('verify/b.ts', '../money/round.js'),
  importing('explain/a.ts', '../engine/load.js'),
  importing('explain/b.ts', '../check/ruleset.js'),
  importing('refund/a.ts', '../syntax/parse.js'),
  importing('audit/a.ts', '../engine/pricer.js'),
  importing('compare/a.ts', '../check/check.js'),
  importing('compare/b.ts', '../cli/main.js'),
  importing('scenario/a.ts', '../engine/load.js'),
  importing('scenario/b.ts', '../check/ruleset.js'),
  importing('runtime.ts', './check/check.js'),
  importing('pricer.ts', './reference/evaluate.js'),
  importing('index.ts', './cli/main.js'),
  ['check/cycle.ts', CYCLE, exporting('../check/cycle-back.js')],
  ['check/cycle-back.ts', CYCLE, exporting('./cycle.js')],
  ['check/type-cycle.ts', CYCLE, typing('./type-cycle-back.js')],
  ['check/type-cycle-back.ts', CYCLE, typing('./type-cycle.js')],
  ['check/clock.ts', 'eslint(no-restricted-globals)', 'export const now: number = Date.now();'],
  ['check/today.ts', 'eslint(no-restricted-globals)', 'export const today: object = new Date();'],
  ['check/env.ts', 'eslint(no-restricted-globals)', 'export const env: unknown = process.env;'],
  ['check/dice.ts', 'eslint(no-restricted-properties)', 'export const dice: number = Math.random();'],
  ['check/loud.ts', 'eslint(no-console)', "console.log('hello');"],
  ['check/any.ts', 'typescript(no-explicit-any)', 'export type Anything = any;'],
  ['check/ignore.ts', 'typescript(ban-ts-comment)', "// @ts-ignore\nexport const one: number = 'one';"],
  ['check/floating.ts', 'typescript(no-floating-promises)', 'Promise.resolve(1);\nexport {};'],
];

/** The same imports from where they are allowed. */
const ALLOWED: readonly (readonly [file: string, text: string])[] = [
  ['money/ok.ts', exporting('./currency.js')],
  ['syntax/ok.ts', exporting('../diagnostics/report.js')],
  ['syntax/format/ok.ts', exporting('../lexing/output.js')],
  ['check/ok.ts', exporting('../money/round.js')],
  ['check/deep/ok.ts', exporting('../../syntax/ast.js')],
  ['check/deep/own.ts', exporting('../scope.js')],
  ['plan/ok.ts', typing('../check/ruleset.js')],
  ['cart/schema.ts', exporting('zod')],
  ['engine/ok.ts', exporting('../plan/plan.js')],
  ['reference/ok.ts', typing('../check/ruleset.js')],
  ['reference/exact.ts', exporting('decimal.js')],
  ['scenario/ok.ts', exporting('../price.js')],
  ['explain/ok.ts', typing('../check/ruleset.js')],
  ['explain/drawn.ts', exporting('../breakdown/text-width.js')],
  ['compare/ok.ts', exporting('../pricer.js')],
  ['verify/ok.ts', exporting('../breakdown/types.js')],
  ['cli/ok.ts', `console.log(Date.now(), Math.random());\n${exporting('node:fs')}`],
];

function exporting(specifier: string): string {
  return `export { value } from '${specifier}';`;
}

function typing(specifier: string): string {
  return `export type { Value } from '${specifier}';`;
}

function importing(file: string, specifier: string): Planted {
  return [file, RESTRICTED, exporting(specifier)];
}

test('the tree is clean', async () => {
  expect(await lint(ROOT)).toEqual([]);
});

test('every floor but the topmost has its rule', () => {
  const config = readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8');
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const floors = folders.map(({ name }) => name).filter((name) => name !== 'cli');
  expect(floors.filter((name) => !config.includes(`"files": ["src/${name}/**"]`))).toEqual([]);
});

describe('in a tree of planted files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reckon-lint-'));
  let found: readonly Finding[] = [];

  beforeAll(async () => {
    cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
    for (const [file, , text] of FORBIDDEN) plant(file, text);
    for (const [file, text] of ALLOWED) plant(file, text);
    found = await lint(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function plant(file: string, text: string): void {
    const path = join(folder, 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }

  const codesIn = (file: string): readonly string[] =>
    found.filter(({ filename }) => filename === `src/${file}`).map(({ code }) => code);

  test.each(FORBIDDEN)('src/%s is refused by %s', (file, rule) => {
    expect(codesIn(file)).toContain(rule);
  });

  test.each(ALLOWED)('src/%s passes: `%s`', (file) => {
    expect(codesIn(file)).toEqual([]);
  });
});
