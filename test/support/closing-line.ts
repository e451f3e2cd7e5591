import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestSpecification } from 'vitest/node';

/** What the closing line counts. `failed` also holds what is not a test: files that do not load, hooks, unhandled errors. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A run that breaks off before it has counted anything is itself the one failure. */
const BROKEN_OFF: Tally = { passed: 0, failed: 1, skipped: 0 };

/**
 * Ends a run with `N passed, N failed`, and `, N skipped` if any, alone on the last line of standard output.
 * A run in which nothing passed or anything failed leaves with a non-zero exit code.
 */
export default class ClosingLine implements Reporter {
  #files: readonly string[] = [];
  #tally: Tally = BROKEN_OFF;

  onInit(): void {
    // Other reporters and the coverage table print when the run ends; only the process's end is later than all of them.
    process.once('exit', () => this.#close());
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#files = specifications.map((specification) => specification.moduleId);
    this.#tally = BROKEN_OFF;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const reached = new Set(modules.map((module) => module.moduleId));
    const lost = this.#files.filter((file) => !reached.has(file));
    this.#tally = tallyOf(modules, unhandled.length + lost.length);
  }

  #close(): void {
    if (this.#tally.passed === 0 || this.#tally.failed > 0) process.exitCode ||= 1;
    process.stdout.write(`${lineOf(this.#tally)}\n`);
  }
}

/** Counts the tests of these files; `outsideTests` failures happened outside any file that was reached. */
function tallyOf(modules: readonly TestModule[], outsideTests: number): Tally {
  const outcomes = modules.flatMap((module) => [...module.children.allTests()].map(outcomeOf));
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]).filter(hasErrors);
  return {
    passed: count('passed'),
    failed: count('failed') + broken.length + outsideTests,
    skipped: count('skipped'),
  };
}

type Outcome = 'passed' | 'failed' | 'skipped';

/** A test still pending when the run is over was cut off, so it has not passed. */
function outcomeOf(test: TestCase): Outcome {
  const { state } = test.result();
  return state === 'pending' ? 'failed' : state;
}

/** A file that does not load, and a `beforeAll` or `afterAll` that throws, leave their errors on the file or the suite. */
function hasErrors(container: { errors(): readonly unknown[] }): boolean {
  return container.errors().length > 0;
}

function lineOf({ passed, failed, skipped }: Tally): string {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? counted : `${counted}, ${skipped} skipped`;
}
