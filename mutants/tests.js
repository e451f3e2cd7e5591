import { globSync } from 'tinyglobby';

/** Which tests look for the mutants of a folder of `src/`. */
const TESTS = {
  money: ['test/money/**/*.test.ts'],
};

export function testsOf(folder) {
  return globSync(TESTS[folder]).sort();
}

/** The file of a test's id, `file: name`. */
export const FILE_OF = (id) => id.slice(0, id.indexOf(': '));
