/** So many tests by recorded prices for each mutant are enough. */
const ENOUGH = 10;

/** Which tests pass through which mutants, as Stryker's instrumented sources count it. */
export class Coverage {
  #switches;
  #counts = new Map();

  constructor(switches) {
    Object.assign(switches, { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } });
    this.#switches = switches;
  }

  /** Runs a test, and counts for it. */
  async of(id, run) {
    this.#switches.currentTestId = id;
    try {
      return await run();
    } finally {
      this.#switches.currentTestId = undefined;
    }
  }

  /** Whether a test passes through a mutant that has not enough of them; then it is counted as one. */
  isNew(id) {
    const mutants = Object.keys(this.#switches.mutantCoverage.perTest[id] ?? {});
    const count = (mutant) => this.#counts.get(mutant) ?? 0;
    if (!mutants.some((mutant) => count(mutant) < ENOUGH)) return false;
    for (const mutant of mutants) this.#counts.set(mutant, count(mutant) + 1);
    return true;
  }

  forget(id) {
    delete this.#switches.mutantCoverage.perTest[id];
  }
}
