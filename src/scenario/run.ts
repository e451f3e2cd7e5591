import type { Breakdown } from '../breakdown/types.js';
import { placeOf } from '../check/origin.js';
import { price } from '../price.js';
import { Ruleset } from '../ruleset.js';
import type { Expectation, ScenarioStatement, Span } from '../syntax/ast.js';
import { cartOf } from './cart.js';
import type { Coverage } from './coverage.js';
import { Explorer } from './explore.js';
import { expectationsOf, explained, unexpectedViolations, unmet } from './expectations.js';
import type { ScenarioFailure, ScenarioResult, Unmet } from './types.js';

export interface RunOptions {
  /** Only scenarios whose title holds this text, in upper or lower case. */
  readonly filter?: string;
  /** Tell which parts of the rules the scenarios reach; it takes several times as long. */
  readonly coverage?: boolean;
}

/** What came of a rule file's scenarios, in the order they stand. */
export interface ScenarioRun {
  readonly results: readonly ScenarioResult[];
  /** When asked for. */
  readonly coverage?: Coverage;
}

/**
 * Runs the scenarios of a compiled rule file: each one's cart is priced and compared with what the scenario expects. Those
 * that stand in imported files are not run. Synchronous and pure, as `price` is.
 *
 * A scenario fails where an expectation is not met, where a guarantee is broken that it does not expect to be, where its
 * cart cannot be priced, and where it expects nothing at all. Only a caller without types gets a `TypeError`.
 */
export function runScenarios(ruleset: Ruleset, options: RunOptions = {}): ScenarioRun {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('runScenarios takes a ruleset that compile made');
  const chosen = Ruleset.origin(ruleset).scenarios.filter((scenario) => isNamed(scenario, options.filter));
  const results = chosen.map((scenario) => runScenario(scenario, ruleset));
  if (options.coverage !== true) return { results };
  const explorer = new Explorer(ruleset);
  for (const scenario of chosen) explorer.explore(scenario);
  return { results, coverage: explorer.coverage };
}

function isNamed({ title }: ScenarioStatement, filter = ''): boolean {
  return title.value.toLowerCase().includes(filter.toLowerCase());
}

function runScenario(scenario: ScenarioStatement, ruleset: Ruleset): ScenarioResult {
  const origin = Ruleset.origin(ruleset);
  const checked = Ruleset.checked(ruleset);
  const expectations = expectationsOf(scenario);
  const result = price(ruleset, cartOf(scenario, checked), { explain: explained(expectations) });
  const title = { title: scenario.title.value, ...placeOf(scenario.title.span, origin) };
  const failAt = ({ span }: { readonly span: Span }, found: Unmet): ScenarioFailure => ({
    ...found,
    ...placeOf(span, origin),
  });
  if (!result.ok) {
    const failures = result.errors.map(({ message }) => failAt(scenario.title, { message }));
    return { ...title, holds: false, failures };
  }
  const { breakdown } = result;
  const failures = [
    ...failuresOf(expectations, breakdown, checked.currency.digits).map(([at, found]) => failAt(at, found)),
    ...unexpectedViolations(expectations, breakdown).map((message) => failAt(scenario.title, { message })),
    ...(expectations.length === 0 ? [failAt(scenario.title, EXPECTS_NOTHING)] : []),
  ];
  return { ...title, holds: failures.length === 0, failures, breakdown };
}

const EXPECTS_NOTHING: Unmet = {
  message: 'the scenario expects nothing: say what its cart must cost, such as `expect pay 99.00`',
};

function failuresOf(
  expectations: readonly Expectation[],
  breakdown: Breakdown,
  digits: number,
): readonly (readonly [Expectation, Unmet])[] {
  return expectations.flatMap((expectation) => {
    const found = unmet(expectation, breakdown, digits);
    return found === undefined ? [] : [[expectation, found] as const];
  });
}
