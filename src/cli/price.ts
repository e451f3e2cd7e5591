import { type Command, Option } from 'commander';
import { shown } from '../shown.js';
import { receipt } from '../breakdown/receipt.js';
import { breakdownText } from '../breakdown/text.js';
import type { Breakdown } from '../breakdown/types.js';
import type { CartInput } from '../cart/types.js';
import type { Plan } from '../plan/types.js';
import { ruleWords } from '../explain.js';
import type { Pricer } from '../pricer.js';
import { planOf, Ruleset } from '../ruleset.js';
import { collect, reportCart, withOverrides } from './cart.js';
import { reportDiagnostics } from './diagnostics.js';
import { CART, readJson } from './input.js';
import type { Io } from './io.js';
import { jobCount } from './many/job-count.js';
import type { CartMapper } from './mapping/mapper.js';
import { NOT_MAPPED } from './mapping/not-mapped.js';
import { type LangOption, langOf, withLangOption } from './lang.js';
import { complain, printJson } from './output.js';
import { readPlan } from './plans.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';
import { brokenGuarantees } from './violations.js';
import { type WatchOptions, watching, withWatchOption } from './watch.js';

export interface PriceOptions extends TerminalOptions, WatchOptions, LangOption {
  /** INVARIANT: there is either a rule file or a plan. */
  readonly rules?: string;
  readonly plan?: string;
  /** INVARIANT: there is either one cart or many. */
  readonly cart?: string;
  readonly carts?: string;
  readonly jobs?: number;
  readonly totals?: true;
  readonly numbered?: true;
  readonly map?: string;
  readonly at?: string;
  readonly code?: readonly string[];
  readonly explain?: readonly string[];
  readonly hints?: true;
  readonly digest?: true;
  readonly json?: true;
  readonly receipt?: true;
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
  $ reckon price --rules shop.reckon --carts carts.ndjson.gz --totals > totals.ndjson
`;

/** `reckon price`: what a cart costs, and why. */
export function addPrice(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('price')
    .summary('price a cart, or many')
    .description('Prices a cart by a rule file, or by its plan, and prints how every amount came about.')
    .option('--rules <file>', 'the rule file')
    .addOption(
      new Option('--plan <file>', 'a plan instead, as `reckon compile` writes it').conflicts('rules'),
    )
    .option('--cart <file>', 'the cart as JSON; `-` reads standard input')
    .addOption(
      new Option(
        '--carts <file>',
        'many carts instead, one a line as JSON, or CSV with `--map`, also packed with gzip; prints a breakdown a line',
      ).conflicts('cart'),
    )
    .option(
      '--map <file>',
      'how the orders of a shop are read as carts: a mapping as docs/mapping.md describes it',
    )
    .option('--totals', 'of many carts print only what each comes to')
    .option('--numbered', 'of many carts put the line, and the id of the order, round what is printed')
    .option(
      '--jobs <count>',
      'how many threads price many carts; as many as run at once unless given',
      jobCount,
    )
    .option('--at <instant>', "price as of this instant instead of the cart's `at`")
    .option('--code <code>', 'add a code to those in the cart; may be repeated', collect)
    .option('--explain <promotion>', 'say why this promotion did not apply; may be repeated', collect)
    .option('--hints', 'say what a little more in the cart would save')
    .option('--digest', 'put the digest of the cart into the breakdown')
    .option('--json', 'print the breakdown as JSON')
    .option('--receipt', 'print what a customer may be shown instead');
  withTerminalOptions(withLangOption(withWatchOption(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (options: PriceOptions) => {
      if (options.rules === undefined && options.plan === undefined)
        command.error("error: required option '--rules <file>' or '--plan <file>' not specified");
      if (options.cart === undefined && options.carts === undefined)
        command.error("error: required option '--cart <file>' or '--carts <file>' not specified");
      refuseMixed(options);
      end(await watching(options, io, (seen) => priced(options, seen)));
    });
}

/** Options that say nothing together. */
function refuseMixed(options: PriceOptions): void {
  const { watch, cart, carts, totals, numbered, jobs, json } = options;
  if (watch === true && cart === '-')
    throw new Stop('`--watch` cannot read standard input again: name the file of the cart');
  if (watch === true && carts !== undefined)
    throw new Stop('`--watch` goes with one cart, not with `--carts`');
  if (options.receipt === true && (json === true || carts !== undefined))
    throw new Stop('`--receipt` goes with one cart, and without `--json`');
  if (carts === undefined && totals === true)
    throw new Stop('`--totals` goes with `--carts`: of one cart `--json` prints all');
  if (carts === undefined && numbered === true) throw new Stop('`--numbered` goes with `--carts`');
  if (carts === undefined && jobs !== undefined) throw new Stop('`--jobs` goes with `--carts`');
  if (totals === true && json === true)
    throw new Stop('`--json` prints breakdowns and `--totals` totals: choose one');
}

function priced(options: PriceOptions, io: Io): Promise<ExitCode> {
  return options.carts === undefined
    ? priceCart(options, options.cart ?? '-', io)
    : priceCarts(options, options.carts, io);
}

async function priceCart(options: PriceOptions, path: string, io: Io): Promise<ExitCode> {
  const rules = await pricingOf(options, io);
  const { map } = options;
  const order = await readJson(path, io, CART, map === undefined ? JSON.parse : await exactReader());
  if (rules === undefined) return EXIT.refused;
  const mapper = map === undefined ? NOT_MAPPED : await mapperOf(map, rules.plan(), io);
  if (mapper === undefined) return EXIT.refused;
  const cart = withOverrides(mapper.cart(order), options);
  const { explain = [], hints = false, digest = false } = options;
  refuseUnknown(options, rules.pricer);
  const result = rules.pricer.price(cart as CartInput, { explain, hints, cartDigest: digest });
  if (!result.ok) {
    const errors = result.errors.map((error) => ({ ...error, message: mapper.told(error) }));
    return reportCart(errors, { ...options, cart: path }, io);
  }
  print(result.breakdown, rules.ruleset, options, io);
  return result.breakdown.violations.length === 0 ? EXIT.well : EXIT.refused;
}

async function exactReader(): Promise<(text: string) => unknown> {
  return (await import('./mapping/exact-json.js')).exactJson;
}

/** Loaded where it is asked for; nothing, once it is told, where the mapping is refused. */
async function mapperOf(map: string, plan: Plan, io: Io): Promise<CartMapper | undefined> {
  const { mappingFor } = await import('./many/carts.js');
  const mapping = mappingFor(map, [plan.rules], io);
  if (mapping === undefined) return undefined;
  return (await import('./mapping/mapper.js')).cartMapper(mapping, plan.rules);
}

async function priceCarts(options: PriceOptions, carts: string, io: Io): Promise<ExitCode> {
  const rules = await pricingOf(options, io);
  if (rules === undefined) return EXIT.refused;
  refuseUnknown(options, rules.pricer);
  const { priceMany } = await import('./price-many.js');
  return priceMany({ ...options, carts }, rules.plan(), io);
}

/** What carts are priced by. */
interface Pricing {
  readonly pricer: Pricer;
  readonly plan: () => Plan;
  /** Where there is a rule file. */
  readonly ruleset?: Ruleset;
}

/** Nothing, once it is told, where the rules or the plan are refused. */
async function pricingOf(options: PriceOptions, io: Io): Promise<Pricing | undefined> {
  if (options.plan !== undefined) return loadedFrom(options.plan, io);
  const { result, sources } = compileFile(options.rules ?? '', io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return undefined;
  const { ruleset } = result;
  return { pricer: Ruleset.pricer(ruleset), plan: () => planOf(ruleset), ruleset };
}

async function loadedFrom(path: string, io: Io): Promise<Pricing | undefined> {
  const read = await readPlan(path, io);
  return read && { pricer: read.pricer, plan: () => read.plan };
}

function refuseUnknown(
  { explain = [], plan, rules = plan ?? '' }: PriceOptions,
  { promotions }: Pricer,
): void {
  const unknown = explain.find((name) => !promotions.includes(name));
  if (unknown !== undefined)
    throw new Stop(`no promotion in \`${shown(rules)}\` is named \`${shown(unknown)}\``);
}

/** As text, or as JSON; broken guarantees, which the text shows, are told beside what nobody may look at for them. */
function print(breakdown: Breakdown, ruleset: Ruleset | undefined, options: PriceOptions, io: Io): void {
  if (options.json !== true && options.receipt !== true) {
    printText(breakdown, ruleset, options, io);
    return;
  }
  if (options.json === true) printJson(breakdown, io);
  else io.out.write(receipt(breakdown, { ...drawingOn(io.out, options, io), lang: langOf(options, io) }));
  for (const sentence of brokenGuarantees(breakdown)) complain(sentence, io);
}

/** In another language than theirs, what rule files say is said in it where the rules are at hand. */
function printText(breakdown: Breakdown, ruleset: Ruleset | undefined, options: PriceOptions, io: Io): void {
  const lang = langOf(options, io);
  const say = lang === 'en' || ruleset === undefined ? {} : { say: ruleWords(ruleset, { lang }) };
  io.out.write(breakdownText(breakdown, { ...drawingOn(io.out, options, io), lang, ...say }));
}
