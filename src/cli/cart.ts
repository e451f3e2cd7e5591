import { asMembers, isList } from '../cart/data.js';

/** What the command line puts in place of what a cart says. */
export interface Overrides {
  readonly at?: string;
  readonly code?: readonly string[];
}

/**
 * The cart with another instant and more codes. What has the wrong form is left as it is: the cart's own mistakes are told
 * when it is priced.
 */
export function withOverrides(cart: unknown, { at, code = [] }: Overrides): unknown {
  const members = asMembers(cart);
  if (members === undefined) return cart;
  const codes = members['codes'] ?? [];
  return {
    ...members,
    ...(at !== undefined && { at }),
    ...(code.length > 0 && isList(codes) && { codes: [...new Set([...codes, ...code])] }),
  };
}
