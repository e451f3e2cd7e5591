import type { GoesUp } from './mode.js';

/** To the nearest whole number; a half goes to the odd neighbour. */
export const halfOdd: GoesUp = (half, floor) => (half === 0 ? floor % 2 === 0 : half > 0);
