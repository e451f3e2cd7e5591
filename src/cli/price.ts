import { type Command, Option } from 'commander';
import { shown } from '../breakdown/text-escape.js';
import { breakdownText } from '../breakdown/text.js';
import type { Breakdown } from '../breakdown/types.js';
import type { CartInput } from '../cart/types.js';
import type { Plan } from '../plan/types.js';
import { load, type Pricer } from '../pricer.js';
import { Ruleset } from '../ruleset.js';
import { collect, reportCart, withOverrides } from './cart.js';
import { reportDiagnostics } from './diagnostics.js';
import { PLAN, readJson } from './input.js';
import type { Io } from './io.js';
import { complain, printJson } from './output.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';
import { type WatchOptions, watching, withWatchOption } from './watch.js';

interface PriceOptions extends TerminalOptions, WatchOptions {
  /** INVARIANT: there is either a rule file or a plan. */
  readonly rules?: string;
  readonly plan?: string;
  readonly cart: string;
  readonly at?: string;
  readonly code?: readonly string[];
  readonly explain?: readonly string[];
  readonly hints?: true;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon price --rules shop.reckon --cart cart.json
  $ reckon price --rules shop.reckon --cart - < cart.json
  $ reckon price --plan plan.json --cart cart.json
  $ reckon price --rules shop.reckon --cart cart.json --at 2026-11-11T20:00:00+08:00
  $ reckon price --rules shop.reckon --cart cart.json --code SPRING --code CAT88
  $ reckon price --rules shop.reckon --cart cart.json --explain brand-day
  $ reckon price --rules shop.reckon --cart cart.json --json > breakdown.json
`;

/** `reckon price`: what a cart costs, and why. */
export function addPrice(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('price')
    .summary('price a cart')
    .description('Prices a cart by a rule file, or by its plan, and prints how every amount came about.')
    .option('--rules <file>', 'the rule file')
    .addOption(
      new Option('--plan <file>', 'a plan instead, as `reckon compile` writes it').conflicts('rules'),
    )
    .requiredOption('--cart <file>', 'the cart as JSON; `-` reads standard input')
    .option('--at <instant>', "price as of this instant instead of the cart's `at`")
    .option('--code <code>', 'add a code to those in the cart; may be repeated', collect)
    .option('--explain <promotion>', 'say why this promotion did not apply; may be repeated', collect)
    .option('--hints', 'say what a little more in the cart would save')
    .option('--json', 'print the breakdown as JSON');
  withTerminalOptions(withWatchOption(command))
    .addHelpText('after', EXAMPLES)
    .action(async (options: PriceOptions) => {
      if (options.rules === undefined && options.plan === undefined)
        command.error("error: required option '--rules <file>' or '--plan <file>' not specified");
      if (options.watch === true && options.cart === '-')
        throw new Stop('`--watch` cannot read standard input again: name the file of the cart');
      end(await watching(options, io, (seen) => priceCart(options, seen)));
    });
}

async function priceCart(options: PriceOptions, io: Io): Promise<ExitCode> {
  const pricer = await pricerOf(options, io);
  const cart = withOverrides(await readJson(options.cart, io), options);
  if (pricer === undefined) return EXIT.refused;
  const { explain = [], hints = false } = options;
  refuseUnknown(options, pricer);
  const priced = pricer.price(cart as CartInput, { explain, hints });
  if (!priced.ok) return reportCart(priced.errors, options, io);
  print(priced.breakdown, options, io);
  return priced.breakdown.violations.length === 0 ? EXIT.well : EXIT.refused;
}

/** Nothing, once it is told, where the rules or the plan are refused. */
async function pricerOf(options: PriceOptions, io: Io): Promise<Pricer | undefined> {
  if (options.plan !== undefined) return loadedFrom(options.plan, io);
  const { result, sources } = compileFile(options.rules ?? '', io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  return result.ok ? Ruleset.pricer(result.ruleset) : undefined;
}

async function loadedFrom(path: string, io: Io): Promise<Pricer | undefined> {
  const loaded = load((await readJson(path, io, PLAN)) as Plan);
  if (loaded.ok) return loaded.pricer;
  const { code, message } = loaded.error;
  io.err.write(`error[${code}]: ${shown(path)}: ${shown(message)}\n`);
  return undefined;
}

function refuseUnknown(
  { explain = [], plan, rules = plan ?? '' }: PriceOptions,
  { promotions }: Pricer,
): void {
  const unknown = explain.find((name) => !promotions.includes(name));
  if (unknown !== undefined)
    throw new Stop(`no promotion in \`${shown(rules)}\` is named \`${shown(unknown)}\``);
}

/** As text, or as JSON; broken guarantees, which the text shows, are told beside JSON that nobody may look at. */
function print(breakdown: Breakdown, options: PriceOptions, io: Io): void {
  if (options.json !== true) {
    io.out.write(breakdownText(breakdown, drawingOn(io.out, options, io)));
    return;
  }
  printJson(breakdown, io);
  for (const { guarantee, line } of breakdown.violations) {
    const where = line === undefined ? '' : ` on line \`${shown(line)}\``;
    complain(`the price breaks the guarantee \`${shown(guarantee)}\`${where}: do not charge it`, io);
  }
}
