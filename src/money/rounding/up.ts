import type { GoesUp } from './mode.js';

/** Away from zero. */
export const up: GoesUp = (_half, _floor, negative) => !negative;
