import type { GoesUp } from './mode.js';

/** Towards plus infinity. */
export const ceil: GoesUp = () => true;
