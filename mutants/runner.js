// Runs the tests of Stryker's mutants in its own process: a mutant costs what its tests cost, and no start of a test runner.
import { join } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { bundled } from './bundle.js';
import { FILE_OF, testsOf } from './tests.js';

for (const matchers of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(matchers);
globalThis.reckonExpect = chai.expect;

/** What the instrumented sources count in and look at. */
const switches = (globalThis.__stryker__ ??= {});

/** The tests of a file in one evaluation of the bundle, by name. */
async function loaded(modules, file) {
  const from = modules.collected.length;
  await modules.loaders[file]();
  return new Map(modules.collected.slice(from).map(({ name, run }) => [`${file}: ${name}`, run]));
}

class Runner {
  static inject = tokens(commonTokens.options);
  /** The tests that found the last mutants, latest first: a neighbour is often found by the same. */
  #finders = [];
  #times = new Map();

  constructor(options) {
    this.folder = options.reckon.folder;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.files = testsOf(this.folder);
    this.evaluate = await bundled(this.files);
  }

  /** Runs every test once, to learn what it takes and which mutants it passes through. */
  async dryRun() {
    Object.assign(switches, { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } });
    const modules = this.evaluate();
    const tests = [];
    for (const file of this.files) {
      const here = await loaded(modules, file);
      for (const [id, run] of here) tests.push(await this.#tried(id, run));
    }
    switches.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: switches.mutantCoverage };
  }

  async #tried(id, run) {
    switches.currentTestId = id;
    const start = performance.now();
    const failureMessage = await failureOf(run);
    const timeSpentMs = performance.now() - start;
    switches.currentTestId = undefined;
    this.#times.set(id, timeSpentMs);
    const fileName = join(process.cwd(), FILE_OF(id));
    return failureMessage === undefined
      ? { id, name: id, fileName, timeSpentMs, status: TestStatus.Success }
      : { id, name: id, fileName, timeSpentMs, status: TestStatus.Failed, failureMessage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      return await this.#firstFailure(this.#ordered(testFilter), hitLimit);
    } finally {
      switches.activeMutant = undefined;
    }
  }

  /** Those that found the last mutants first, then the quickest. */
  #ordered(ids = [...this.#times.keys()]) {
    const rank = (id) => this.#finders.indexOf(id) + 1 || Number.POSITIVE_INFINITY;
    const time = (id) => this.#times.get(id) ?? 0;
    return [...ids].sort((a, b) => (rank(a) === rank(b) ? time(a) - time(b) : rank(a) - rank(b)));
  }

  async #firstFailure(ids, hitLimit) {
    const modules = this.evaluate();
    const files = new Map();
    for (const [index, id] of ids.entries()) {
      const file = FILE_OF(id);
      const failureMessage = await failureOf(async () => {
        if (!files.has(file)) files.set(file, await loaded(modules, file));
        await files.get(file).get(id)();
      });
      if (switches.hitCount > hitLimit)
        return { status: MutantRunStatus.Timeout, reason: 'it runs on and on' };
      if (failureMessage !== undefined) {
        this.#finders = [id, ...this.#finders.filter((other) => other !== id)].slice(0, FINDERS);
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ids.length };
  }
}

const FINDERS = 20;

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'reckon', Runner)];
