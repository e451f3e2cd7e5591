import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { type CartInput, compile, type PriceOptions } from '../../src/index.js';
import { type ClauseRow, ClauseTable, withoutEffect } from './clauses.js';
import { differenceText, writePair } from './differing.js';
import { Evaluators } from './evaluators.js';
import { type FuzzReport, fuzz } from './fuzz.js';
import { reportText } from './report.js';
import { differenceOn, shrunk } from './shrink.js';
import { Progress } from './progress.js';
import { pathOf, print, wholeNumber } from './words.js';

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly carts: number;
  readonly clauses: boolean;
  readonly json?: true;
  readonly out?: string;
  readonly rules?: string;
  readonly cart?: string;
  readonly explain?: readonly string[];
  readonly hints?: true;
  readonly cartDigest?: true;
}

/** A mistake of whoever calls the command. */
class Misuse extends Error {}

const command = new Command('npm run -s fuzz --')
  .description('Prices random carts by random rule files with the engine and the reference evaluator.')
  .option('--runs <count>', 'pairs of a rule file and a cart to price', wholeNumber, 10_000)
  .option('--seed <number>', 'the seed of the first rule file', wholeNumber, 1)
  .option('--carts <count>', 'carts for each rule file', wholeNumber, 10)
  .option('--no-clauses', 'leave out the table of clauses')
  .option('--json', 'print the report as JSON')
  .option('--out <folder>', 'where to write a rule file and a cart that differ')
  .option('--rules <file>', 'price by this rule file instead of random ones')
  .option('--cart <file>', 'price this cart instead of random ones')
  .option('--explain <id...>', 'with --rules: promotions whose refusal is told')
  .option('--hints', 'with --rules: ask for hints')
  .option('--cart-digest', 'with --rules: ask for the digest of the cart')
  .allowExcessArguments(false)
  .exitOverride();

function read(path: string): string {
  try {
    return readFileSync(pathOf(path), 'utf8');
  } catch (error) {
    throw new Misuse(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/** Prices one cart by one rule file with both evaluators. */
function priceOne(rulesPath: string, cartPath: string, { json, ...options }: Options): number {
  const evaluators = evaluatorsOf(rulesPath);
  const cart = parsed(cartPath);
  const asked: PriceOptions = {
    ...(options.explain && { explain: options.explain }),
    ...(options.hints && { hints: true }),
    ...(options.cartDigest && { cartDigest: true }),
  };
  const errors = evaluators.errorsOf(cart);
  if (errors.length > 0) throw new Misuse(`${cartPath}: ${errors.join('\n')}`);
  const difference = evaluators.difference(cart, asked);
  if (json) print(JSON.stringify({ equal: !difference, ...difference }));
  else print(difference ? differenceText(difference) : 'the engine and the reference evaluator say the same');
  return difference ? 1 : 0;
}

function evaluatorsOf(path: string): Evaluators {
  const folder = dirname(pathOf(path));
  const host = { read: (name: string): string => readFileSync(resolve(folder, name), 'utf8') };
  const compiled = compile(read(path), { name: path, host });
  if (compiled.ok) return new Evaluators(compiled.ruleset);
  const [first] = compiled.diagnostics;
  throw new Misuse(`${path}:${first?.line ?? 1}: ${first?.message ?? 'it does not compile'}`);
}

function parsed(path: string): CartInput {
  try {
    return JSON.parse(read(path)) as CartInput;
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${path}: not JSON`);
  }
}

function fuzzMany({ runs, seed, carts, clauses, json, out }: Options): number {
  const progress = new Progress(runs);
  const table = clauses ? new ClauseTable() : undefined;
  const show = (pairs: number): void => progress.show(pairs);
  const report = fuzz({ runs, seed, carts, progress: show, ...(table && { table }) });
  if (!report.found) table?.complete(report.next);
  progress.end();
  const rows = table?.rows() ?? [];
  const silent = report.found ? [] : withoutEffect(rows);
  const shown = report.found ? shrunkPair(report.found.pair, out) : undefined;
  if (json) print(JSON.stringify(jsonOf(report, rows, shown?.command)));
  else {
    print(reportText(report, rows));
    if (silent.length > 0) print(`changed no price: ${silent.join(', ')}`);
    if (shown) print(`\n${shown.difference}\n\nsee it again:\n${shown.command}`);
  }
  return report.found || silent.length > 0 ? 1 : 0;
}

function shrunkPair(
  pair: NonNullable<FuzzReport['found']>['pair'],
  out: string | undefined,
): { readonly command: string; readonly difference: string } {
  const smallest = shrunk(pair);
  const difference = differenceOn(smallest);
  return {
    command: writePair(smallest, out === undefined ? undefined : pathOf(out)),
    difference: difference ? differenceText(difference) : '',
  };
}

function jsonOf(
  { found, ...report }: FuzzReport,
  clauses: readonly ClauseRow[],
  shown: string | undefined,
): unknown {
  return {
    ...report,
    differences: found ? 1 : 0,
    clauses,
    ...(!found && { withoutEffect: withoutEffect(clauses) }),
    ...(found && { after: found.after, command: shown }),
  };
}

function main(words: readonly string[]): number {
  try {
    const options = command.parse(words, { from: 'user' }).opts<Options>();
    const { rules, cart } = options;
    if ((rules === undefined) !== (cart === undefined))
      throw new Misuse('--rules and --cart go together: name a rule file and a cart');
    if (rules !== undefined && cart !== undefined) return priceOne(rules, cart, options);
    const lonely = (['explain', 'hints', 'cartDigest'] as const).find((name) => options[name] !== undefined);
    if (lonely)
      throw new Misuse(`--${lonely === 'cartDigest' ? 'cart-digest' : lonely} needs --rules and --cart`);
    return fuzzMany(options);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Misuse)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
