import type { GoesUp } from './mode.js';

/** Towards zero: the decimals are cut off. */
export const down: GoesUp = (_half, _floor, negative) => negative;
