import type { Breakdown } from '../breakdown/types.js';
import type { Place } from '../check/origin.js';

/** What came of one scenario. It stands where its title does. */
export interface ScenarioResult extends Place {
  readonly title: string;
  /** Nothing failed. */
  readonly holds: boolean;
  readonly failures: readonly ScenarioFailure[];
  /** The price of its cart; absent where the cart cannot be priced. */
  readonly breakdown?: Breakdown;
}

/** Something that a scenario expects and its price does not show, at the place of the expectation. */
export interface ScenarioFailure extends Place, Unmet {}

export interface Unmet {
  readonly message: string;
  /** An amount in major units, a number of gifts, or a word: as the scenario would say it. */
  readonly expected?: string;
  readonly found?: string;
  /** The promotion that the expectation is about. */
  readonly promotion?: string;
}
