import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

/** Puts `expect` where the stand-in for vitest finds it. */
export function prepareExpect() {
  for (const matchers of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(matchers);
  globalThis.reckonExpect = chai.expect;
}
