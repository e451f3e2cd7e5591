// Runs the tests of Stryker's mutants in its own process: a mutant costs what its tests cost, and no start of a test runner.
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { bundled } from './bundle.js';
import { Coverage } from './coverage.js';
import { prepareExpect } from './expect.js';
import { ENDLESS, failureOf } from './guard.js';
import { fileOf, isByPrices, LEFT_OUT, readRecorded, testsOf } from './tests.js';

/** So many tests that found the last mutants come first: a neighbour is often found by the same. */
const FINDERS = 20;
/** So many tests by recorded prices are run for a mutant before it counts as not found. */
const MOST = 120;

/** What the instrumented sources count in and look at. */
const switches = (globalThis.__stryker__ ??= {});

/** A number from 0 to 1 that depends on the text alone. */
function fractionOf(text) {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/** The same sample in every run: it depends on the mutants alone. */
function isSampled({ fileName, location, replacement }, share) {
  return fractionOf(JSON.stringify([relative(process.cwd(), fileName), location, replacement])) < share;
}

/** The tests of a file in one evaluation of the bundle, by id. */
async function loaded(modules, file) {
  const from = modules.collected.length;
  await modules.loaders[file]();
  return new Map(modules.collected.slice(from).map(({ name, run }) => [`${file}: ${name}`, run]));
}

class Runner {
  static inject = tokens(commonTokens.options);
  #finders = [];
  #times = new Map();
  #trusted = new Set();

  constructor(options) {
    this.options = options.reckon;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    prepareExpect();
    globalThis.reckonRecorded = readRecorded(this.options.recorded);
    this.files = testsOf(this.options.folder);
    this.evaluate = await bundled(this.files);
  }

  /** Runs every test once, to learn what it takes and which mutants it passes through. */
  async dryRun() {
    const coverage = new Coverage(switches);
    const modules = this.evaluate();
    const tests = [];
    for (const file of this.files) {
      const here = await loaded(modules, file);
      for (const [id, run] of here) {
        const test = await coverage.of(id, () => this.#tried(id, run));
        if (!isByPrices(id) || coverage.isNew(id)) tests.push(test);
        else coverage.forget(id);
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: switches.mutantCoverage };
  }

  async #tried(id, run) {
    const start = performance.now();
    const failureMessage = await failureOf(run);
    const timeSpentMs = performance.now() - start;
    this.#times.set(id, timeSpentMs);
    const test = { id, name: id, fileName: join(process.cwd(), fileOf(id)), timeSpentMs };
    return failureMessage === undefined
      ? { ...test, status: TestStatus.Success }
      : { ...test, status: TestStatus.Failed, failureMessage };
  }

  async mutantRun({ activeMutant, hitLimit = Number.POSITIVE_INFINITY, testFilter }) {
    // Stryker counts what it calls an error neither as found nor as not found.
    if (!isSampled(activeMutant, this.options.sample))
      return { status: MutantRunStatus.Error, errorMessage: LEFT_OUT };
    // Stryker's limit is a hundred times what the tests took; a tenth of it is soon reached by a loop without end.
    const limit = Math.max(hitLimit / 10, 10_000);
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: limit });
    try {
      return await this.#firstFailure(this.#ordered(testFilter), limit);
    } finally {
      switches.activeMutant = undefined;
    }
  }

  /** Those that found the last mutants, then any; no more by prices than are enough. */
  #ordered(ids = [...this.#times.keys()]) {
    const places = new Map(this.#finders.map((id, place) => [id, place / FINDERS]));
    const ranks = new Map(ids.map((id) => [id, places.get(id) ?? 1 + fractionOf(id)]));
    let byPrices = 0;
    return ids
      .toSorted((a, b) => ranks.get(a) - ranks.get(b))
      .filter((id) => !isByPrices(id) || (byPrices += 1) <= MOST);
  }

  async #firstFailure(ids, limit) {
    const modules = this.evaluate();
    const files = new Map();
    for (const [index, id] of ids.entries()) {
      const file = fileOf(id);
      if (!files.has(file)) files.set(file, await loaded(modules, file));
      const failureMessage = await failureOf(files.get(file).get(id), this.#times.get(id) ?? 0);
      if (failureMessage === ENDLESS || switches.hitCount > limit)
        return { status: MutantRunStatus.Timeout, reason: ENDLESS };
      if (failureMessage !== undefined) {
        await this.#trust(id);
        this.#finders = [id, ...this.#finders.filter((other) => other !== id)].slice(0, FINDERS);
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ids.length };
  }

  /** A test that finds a mutant must pass where there is none, run in the same way; throws where it does not. */
  async #trust(id) {
    if (this.#trusted.has(id)) return;
    switches.activeMutant = undefined;
    const tests = await loaded(this.evaluate(), fileOf(id));
    const failureMessage = await failureOf(tests.get(id), this.#times.get(id) ?? 0);
    if (failureMessage !== undefined) throw new Error(`${id} fails without a mutant: ${failureMessage}`);
    this.#trusted.add(id);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'reckon', Runner)];
