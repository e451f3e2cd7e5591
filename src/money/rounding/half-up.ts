import type { GoesUp } from './mode.js';

/** To the nearest whole number; a half goes away from zero, as shops and schools round. */
export const halfUp: GoesUp = (half, _floor, negative) => (half === 0 ? !negative : half > 0);
