import type { PriceOptions } from '../../src/index.js';
import type { Ruleset } from '../../src/check/ruleset.js';

/** A rule file, and what carts cost by it. */
export interface Recorded {
  readonly digest: string;
  readonly plan: string;
  readonly checked: Ruleset;
  readonly prices: Price[];
}

/** The cart and the breakdown as JSON. */
export interface Price {
  readonly cart: string;
  readonly options: PriceOptions;
  readonly breakdown: string;
}

interface Host {
  reckonRecorded?: Record<string, Recorded>;
}

/** What was recorded, by plan: kept outside of the modules, which are evaluated anew for each mutant. */
export const recorded: Record<string, Recorded> = ((globalThis as Host).reckonRecorded ??= {});
