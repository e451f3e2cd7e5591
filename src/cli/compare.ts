import { resolve } from 'node:path';
import type { Command } from 'commander';
import { comparisonPage } from '../compare/page/page.js';
import { comparisonText } from '../compare/text.js';
import type { Comparison } from '../compare/types.js';
import { hasProblems, isUnchanged } from '../compare/words.js';
import { collect, type Overrides, refuseInstant } from './cart.js';
import { compareCarts } from './compare-carts.js';
import { readRules, type Rules } from './compare-rules.js';
import { quoted } from './input.js';
import type { Io } from './io.js';
import { jobCount } from './many/job-count.js';
import { printJson, writing } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';

interface CompareOptions extends TerminalOptions, Overrides {
  readonly carts: string;
  readonly map?: string;
  readonly jobs?: number;
  readonly json?: true;
  readonly html?: string;
  readonly detailedExitcode?: true;
}

const EXAMPLES = `
Examples:
  $ reckon compare shop.reckon new-shop.reckon --carts orders.ndjson.gz
  $ reckon compare shop.reckon new-shop.reckon --carts orders.ndjson --html changes.html
  $ reckon compare plan.json new-shop.reckon --carts orders.ndjson --json > changes.json
  $ reckon compare shop.reckon new-shop.reckon --carts orders.csv --map mapping.json
  $ reckon compare shop.reckon sale.reckon --carts orders.ndjson --at 2026-11-11T20:00:00+08:00
  $ reckon compare shop.reckon new-shop.reckon --carts orders.ndjson --detailed-exitcode
`;

/** `reckon compare`: what other rules change, for which carts, and what it costs. */
export function addCompare(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('compare')
    .summary('compare two rule files over many carts')
    .description(
      'Prices many carts by two rule files, and tells which prices change, why, and what it costs.',
    )
    .argument('<old>', 'the rules of before: a rule file, or a plan whose name ends in .json')
    .argument('<new>', 'the rules of after')
    .requiredOption(
      '--carts <file>',
      'the carts, one a line as JSON, also packed with gzip; `-` reads standard input',
    )
    .option('--map <file>', 'how orders of another form, or CSV, are read as carts')
    .option('--at <instant>', 'price all as of this instant instead of their own `at`')
    .option('--code <code>', 'add a code to those in every cart; may be repeated', collect)
    .option('--json', 'print the comparison as JSON')
    .option('--html <file>', 'write the comparison as a page for a browser, too')
    .option('--detailed-exitcode', 'exit with 0 if no price changes, 2 if some do, 1 for any error')
    .option('--jobs <count>', 'how many threads price; as many as run at once unless given', jobCount);
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (before: string, after: string, options: CompareOptions) =>
      end(await compare(before, after, options, io)),
    );
}

async function compare(before: string, after: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  refuseInstant(options.at);
  refuseToReplace(options.html, [before, after, options.carts, options.map ?? before]);
  // One after the other, so that what is wrong with either is told in order.
  const old = await readRules(before, options, io);
  const changed = await readRules(after, options, io);
  if (old === undefined || changed === undefined) return EXIT.refused;
  refuseTwoCurrencies(old, changed);
  const { comparison, code } = await compareCarts({ before: old, after: changed }, options, io);
  if (comparison === undefined) return code;
  print(comparison, options, io);
  if (hasProblems(comparison)) return EXIT.refused;
  return options.detailedExitcode === true && !isUnchanged(comparison) ? EXIT.changed : EXIT.well;
}

function refuseTwoCurrencies(before: Rules, after: Rules): void {
  const [old, changed] = [before, after].map(({ plan }) => plan.rules.currency.code);
  if (old !== changed)
    throw new Stop(
      `${quoted(before.file)} prices in ${old} and ${quoted(after.file)} in ${changed}: rules of two currencies cannot be compared`,
    );
}

function refuseToReplace(page: string | undefined, inputs: readonly string[]): void {
  if (page !== undefined && inputs.some((input) => resolve(input) === resolve(page)))
    throw new Stop(`${quoted(page)} is read: write the page to another file`);
}

/** The page comes last: where it cannot be written, what took long to find out is told all the same. */
function print(comparison: Comparison, { json, html, ...options }: CompareOptions, io: Io): void {
  if (json === true) printJson(comparison, io);
  else io.out.write(comparisonText(comparison, drawingOn(io.out, options, io)));
  if (html === undefined) return;
  const page = comparisonPage(comparison);
  writing(html, () => io.writeFile(html, page, true));
}
