import { resolve } from 'node:path';
import { RECORDED } from './tests.js';

/** Plants mutants in one folder of `src/`, which `scripts/mutants.js` names. */
const folder = process.env['RECKON_MUTANTS'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
const config = {
  mutate: [`src/${folder}/**/*.ts`],
  plugins: ['./mutants/runner.js'],
  testRunner: 'reckon',
  reckon: { folder, recorded: resolve(RECORDED), sample: Number(process.env['RECKON_SAMPLE'] ?? 1) },
  warnings: { unknownOptions: false },
  coverageAnalysis: 'perTest',
  // Mutants of what a module does when it is loaded would take every test each.
  ignoreStatic: true,
  concurrency: 1,
  // Loops that do not end are cut by Stryker's counters; the clock is for those that pass none, on a machine that may be busy.
  timeoutMS: 10_000,
  timeoutFactor: 4,
  tsconfigFile: 'none',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `mutants/dist/${folder}.json` },
  tempDirName: 'mutants/dist/tmp',
  ignorePatterns: ['/.git', '/bench', '/dist', '/grammar', '/mutants/dist'],
};

export default config;
