import { type Command, Option } from 'commander';
import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import type { Breakdown } from '../breakdown/types.js';
import { asMembers, isList } from '../cart/data.js';
import { refund, type RefundOptions } from '../refund/refund.js';
import { refundText } from '../refund/text.js';
import type { Refund, RefundError, Return, ReturnPolicy, ShippingRule } from '../refund/types.js';
import { collect } from './cart.js';
import { BREAKDOWN, readJson } from './input.js';
import type { Io } from './io.js';
import { type OriginOptions, originOf, readOnce } from './origin.js';
import { printJson } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, withTerminalOptions } from './terminal.js';

interface Options extends OriginOptions {
  readonly breakdown: string;
  readonly return?: readonly string[];
  readonly all?: true;
  readonly after?: string;
  readonly policy?: ReturnPolicy;
  readonly shipping?: ShippingRule;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon refund --breakdown breakdown.json --rules shop.reckon --cart cart.json --return 2
  $ reckon refund --breakdown breakdown.json --policy keep --return 1:2 --return 3
  $ reckon refund --breakdown breakdown.json --policy keep --return 1:2 --json > first.json
  $ reckon refund --breakdown breakdown.json --policy keep --return 1 --after first.json
  $ reckon refund --breakdown breakdown.json --rules shop.reckon --cart cart.json --all
`;

/** `reckon refund`: what is given back when goods come back. */
export function addRefund(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('refund')
    .summary('say what a return gives back')
    .description('Says what is given back when goods of a priced cart come back, and why.')
    .requiredOption('--breakdown <file>', 'the breakdown that was charged, as JSON; `-` reads standard input')
    .option('--return <line>', 'a line that comes back, or `LINE:UNITS` of it; may be repeated', collect)
    .option('--all', 'all that is left of the order comes back')
    .option('--after <file>', 'the refund before this one, as JSON, if goods came back before')
    .addOption(
      new Option('--policy <policy>', 'whether thresholds are tested again; `rules`: as each promotion says')
        .choices(['keep', 'retest', 'rules'])
        .default('rules', '"rules"'),
    )
    .addOption(
      new Option('--shipping <when>', 'shipping comes back with the last unit, with the goods, or never')
        .choices(['last', 'share', 'never'])
        .default('last', '"last"'),
    )
    .option('--rules <file>', 'the rule file that the breakdown was made from')
    .option('--cart <file>', 'the cart it was made from, as JSON')
    .option('--at <instant>', "the instant it was priced for, where that was not the cart's `at`")
    .option('--code <code>', 'a code that was added to those in the cart; may be repeated', collect)
    .option('--json', 'print the refund as JSON');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      if ((options.return === undefined) === (options.all === undefined))
        command.error('error: say what comes back: `--return <line>`, or `--all`');
      end(await refundGoods(options, io));
    });
}

async function refundGoods(options: Options, io: Io): Promise<ExitCode> {
  readOnce([options.breakdown, options.after, options.cart]);
  const breakdown = (await readJson(options.breakdown, io, BREAKDOWN)) as Breakdown;
  const after =
    options.after === undefined ? undefined : ((await readJson(options.after, io, BREAKDOWN)) as Refund);
  const origin = await originOf(options, io);
  if (origin === 'broken') return EXIT.refused;
  const result = refund({
    breakdown,
    returns: options.all === true ? 'all' : (options.return ?? []).map((text) => returnOf(text, breakdown)),
    ...(after !== undefined && { after }),
    ...(options.policy !== undefined && { policy: options.policy }),
    ...(options.shipping !== undefined && { shipping: options.shipping }),
    ...(origin !== undefined && { origin }),
  } satisfies RefundOptions);
  if (!result.ok) return report(result.errors, io);
  if (options.json === true) printJson(result.refund, io);
  else io.out.write(refundText(result.refund, drawingOn(io.out, options, io)));
  return EXIT.well;
}

/** `2`, or `2:3` for three units; an id that itself ends so is taken as it stands. */
function returnOf(text: string, breakdown: unknown): Return {
  const lines = asMembers(breakdown)?.['lines'];
  const isLine = isList(lines) && lines.some((line) => asMembers(line)?.['id'] === text);
  const [, line, units] = /^(.*):(\d+)$/s.exec(text) ?? [];
  if (isLine || line === undefined) return { line: text };
  if (Number(units) < 1) throw new Stop(`\`--return ${shown(text)}\`: at least 1 unit comes back`);
  return { line, units: Number(units) };
}

/** The first mistakes in full; a damaged file has many. */
function report(errors: readonly RefundError[], io: Io): ExitCode {
  for (const { code, message } of errors.slice(0, MOST_SHOWN))
    io.err.write(`error[${code}]: ${shown(message)}\n`);
  const more = errors.length - MOST_SHOWN;
  if (more > 0) io.err.write(`and ${counted(more, 'error')} more\n`);
  return EXIT.refused;
}

const MOST_SHOWN = 3;
