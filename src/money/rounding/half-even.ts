import type { GoesUp } from './mode.js';

/** To the nearest whole number; a half goes to the even neighbour, as banks round. */
export const halfEven: GoesUp = (half, floor) => (half === 0 ? floor % 2 !== 0 : half > 0);
