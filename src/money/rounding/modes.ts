import { ceil } from './ceil.js';
import { down } from './down.js';
import { floor } from './floor.js';
import { halfDown } from './half-down.js';
import { halfEven } from './half-even.js';
import { halfOdd } from './half-odd.js';
import { halfUp } from './half-up.js';
import type { GoesUp } from './mode.js';
import { up } from './up.js';

/**
 * The language has the first five; the other three are for `allocate` and whoever comes from a money library.
 */
export type RoundingMode =
  | 'half-up'
  | 'half-even'
  | 'half-down'
  | 'up'
  | 'down'
  | 'half-odd'
  | 'floor'
  | 'ceil';

/** What each mode decides. */
export const GOES_UP: Readonly<Record<RoundingMode, GoesUp>> = {
  'half-up': halfUp,
  'half-even': halfEven,
  'half-down': halfDown,
  up,
  down,
  'half-odd': halfOdd,
  floor,
  ceil,
};
