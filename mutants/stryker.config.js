/** Plants mutants in one folder of `src/`, which `scripts/mutants.js` names. */
const folder = process.env['RECKON_MUTANTS'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
const config = {
  mutate: [`src/${folder}/**/*.ts`],
  plugins: ['./mutants/runner.js'],
  testRunner: 'reckon',
  reckon: { folder },
  coverageAnalysis: 'perTest',
  // Mutants of what a module does when it is loaded would take every test each.
  ignoreStatic: true,
  concurrency: 1,
  // Loops that do not end are cut by Stryker's counters; the clock is for those that pass none, on a machine that may be busy.
  timeoutMS: 10_000,
  timeoutFactor: 4,
  tsconfigFile: 'none',
  incremental: true,
  incrementalFile: `mutants/reports/${folder}.incremental.json`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `mutants/reports/${folder}.json` },
  tempDirName: 'mutants/tmp',
  ignorePatterns: ['/.git', '/bench', '/dist', '/grammar', '/mutants/reports', '/mutants/tmp'],
};

export default config;
