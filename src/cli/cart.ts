import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import { asMembers, isList } from '../cart/data.js';
import { instant } from '../cart/instant.js';
import type { CartError } from '../cart/types.js';
import type { Io } from './io.js';
import { EXIT, type ExitCode, Stop } from './stop.js';

/** What the command line puts in place of what a cart says. */
export interface Overrides {
  readonly at?: string;
  readonly code?: readonly string[];
}

/** A cart as a command is given it. */
export interface CartOptions extends Overrides {
  readonly cart: string;
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

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Tells what is wrong with the cart; an instant that `--at` gave is wrong usage, not the cart's mistake. */
export function reportCart(errors: readonly CartError[], options: CartOptions, io: Io): ExitCode {
  const wrong = errors.find(({ path }) => path === 'at');
  if (options.at !== undefined && wrong !== undefined) {
    throw new Stop(`\`--at\` must be ${wrong.expected}, found ${shown(wrong.found)}`);
  }
  for (const { code, message } of errors) io.err.write(`error[${code}]: ${shown(message)}\n`);
  const where = options.cart === '-' ? 'the cart' : shown(options.cart);
  io.err.write(`\n${counted(errors.length, 'error')} in ${where}\n`);
  return EXIT.refused;
}

/** An instant that `--at` gave is wrong usage, not a mistake of every one of many carts. */
export function refuseInstant(at: string | undefined): void {
  if (at === undefined || instant.read(at) !== undefined) return;
  throw new Stop(`\`--at\` must be ${instant.expected}, found ${JSON.stringify(at)}`);
}
