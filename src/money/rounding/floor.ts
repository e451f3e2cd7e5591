import type { GoesUp } from './mode.js';

/** Towards minus infinity. */
export const floor: GoesUp = () => false;
