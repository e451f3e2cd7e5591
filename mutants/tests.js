import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** Which tests look for the mutants of a folder of `src/`: its own, then those of recorded prices. */
const TESTS = {
  money: ['test/money/**/*.test.ts'],
  verify: ['test/verify/{docs,equations,shape}.test.ts', 'mutants/tests/verify.ts'],
  reference: ['test/reference/{allocate-units,fill}.test.ts', 'mutants/tests/reference.ts'],
  engine: ['test/engine/clock.test.ts', 'mutants/tests/engine.ts'],
  /** Whose prices are recorded: those worked out by hand first. What takes long, or prices nothing, is not asked. */
  recorded: [
    'test/{reference,mechanics,examples,engine,conformance,properties}/*.test.ts',
    'mutants/tests/generated.ts',
    '!test/reference/{large,observer}.test.ts',
    '!test/engine/{candidates,limits}.test.ts',
    '!test/examples/{scenarios,gift-wholesaler}.test.ts',
    '!test/conformance/{command,rounding,verdicts,words}.test.ts',
    '!test/properties/{fixes,choice}.test.ts',
  ],
};

/** Where the prices are. */
export const RECORDED = 'mutants/dist/prices.json';

/** What is said of a mutant outside of the sample. */
export const LEFT_OUT = 'left out of the sample';

/** The prices of a file; none where it is not there. */
export function readRecorded(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The files of a folder's tests, in the same order everywhere. */
export function testsOf(folder) {
  return TESTS[folder]
    .filter((pattern) => !pattern.startsWith('!'))
    .flatMap((pattern) =>
      globSync([pattern, ...TESTS[folder].filter((other) => other.startsWith('!'))]).toSorted(),
    );
}

/** The file of a test's id, `file: name`. */
export function fileOf(id) {
  return id.slice(0, id.indexOf(': '));
}

/** Whether a test goes by recorded prices. */
export function isByPrices(id) {
  return id.startsWith('mutants/');
}
