import type { Layer, Ruleset } from '../check/ruleset.js';
import type { Amounts, LineCell } from './cells.js';
import type { View } from './environment.js';
import type { Printer } from './print.js';
import type { Tally } from './tally.js';

/** Where a standing is worked out. `view` is what amounts are formed on, `now` what is left to take from. */
export interface Work {
  readonly ruleset: Ruleset;
  readonly layer: Layer;
  readonly view: View;
  readonly now: Amounts;
  readonly tally: Tally;
  readonly printer: Printer;
  /** In a layer that uses each unit once: how many units of each line are spoken for. */
  readonly spoken?: ReadonlyMap<LineCell, bigint>;
}
