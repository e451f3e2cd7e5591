import type { CartMapper } from './mapper.js';

/** Where there is no mapping, what is read is a cart. */
export const NOT_MAPPED: CartMapper = {
  cart: (cart) => cart,
  idOf: () => undefined,
  told: ({ message }) => message,
};
