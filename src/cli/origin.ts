import type { Origin } from '../audit/reprice.js';
import type { CartInput } from '../cart/types.js';
import { withOverrides } from './cart.js';
import { reportDiagnostics } from './diagnostics.js';
import { readJson } from './input.js';
import type { Io } from './io.js';
import { compileFile } from './rules.js';
import { Stop } from './stop.js';
import type { TerminalOptions } from './terminal.js';

/** The rules and the cart that a breakdown was made from, as a command is given them. */
export interface OriginOptions extends TerminalOptions {
  readonly rules?: string;
  readonly cart?: string;
  readonly at?: string;
  readonly code?: readonly string[];
}

/** Rules and cart, where they are named; nothing can be said by rules with errors, which are told. */
export async function originOf(options: OriginOptions, io: Io): Promise<Origin | undefined | 'broken'> {
  if ((options.rules === undefined) !== (options.cart === undefined))
    throw new Stop('`--rules` and `--cart` belong together: a cart is priced by rules');
  if (options.rules === undefined || options.cart === undefined) return undefined;
  const cart = withOverrides(await readJson(options.cart, io), options) as CartInput;
  const { result, sources } = compileFile(options.rules, io);
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  reportDiagnostics(errors, sources, options, io);
  return result.ok ? { ruleset: result.ruleset, cart } : 'broken';
}

/** Standard input can be read but once. */
export function readOnce(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length > 1)
    throw new Stop('standard input can be read once: name a file in place of one `-`');
}
