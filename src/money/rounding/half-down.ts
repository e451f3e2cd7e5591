import type { GoesUp } from './mode.js';

/** To the nearest whole number; a half goes towards zero. */
export const halfDown: GoesUp = (half, _floor, negative) => (half === 0 ? negative : half > 0);
