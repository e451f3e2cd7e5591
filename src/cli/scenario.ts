import { basename } from 'node:path';
import type { Command } from 'commander';
import { shown } from '../shown.js';
import type { CartInput } from '../cart/types.js';
import { Ruleset } from '../ruleset.js';
import { runScenarios } from '../scenario/run.js';
import { scenarioText } from '../scenario/write.js';
import { type CartOptions, collect, reportCart, withOverrides } from './cart.js';
import { reportDiagnostics } from './diagnostics.js';
import { readJson, readText } from './input.js';
import type { Io } from './io.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';

interface ScenarioOptions extends TerminalOptions, CartOptions {
  readonly rules: string;
  readonly title?: string;
  readonly lines?: true;
}

const EXAMPLES = `
Examples:
  $ reckon scenario --rules shop.reckon --cart cart.json
  $ reckon scenario --rules shop.reckon --cart cart.json --title "vip on the day" >> shop.reckon
  $ reckon scenario --rules shop.reckon --cart - --at 2026-11-11T20:00:00+08:00 < cart.json
`;

/** `reckon scenario`: a cart and its price as a scenario of the rule file. */
export function addScenario(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('scenario')
    .summary('write a scenario from a cart')
    .description('Prices a cart and writes a scenario that holds for it, to paste into the rule file.')
    .requiredOption('--rules <file>', 'the rule file')
    .requiredOption('--cart <file>', 'the cart as JSON; `-` reads standard input')
    .option('--title <text>', "the scenario's title; otherwise the name of the cart's file")
    .option('--lines', 'expect of every line what it pays, too')
    .option('--at <instant>', "price as of this instant instead of the cart's `at`")
    .option('--code <code>', 'add a code to those in the cart; may be repeated', collect);
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: ScenarioOptions) => end(await scenario(options, io)));
}

async function scenario(options: ScenarioOptions, io: Io): Promise<ExitCode> {
  const { result, sources } = compileFile(options.rules, io);
  const cart = withOverrides(await readJson(options.cart, io), options);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return EXIT.refused;
  const title = titleFor(options, Ruleset.origin(result.ruleset).titles);
  const written = scenarioText(result.ruleset, cart as CartInput, { title, lines: options.lines === true });
  if (!written.ok) return reportCart(written.errors, options, io);
  warn(
    written.leftOut.map((what) => `a scenario has no words for ${what}: it is left out`),
    io,
  );
  warn(
    written.breakdown.violations.map(
      ({ guarantee }) => `the price breaks the guarantee \`${guarantee}\`: the scenario expects it`,
    ),
    io,
  );
  // Before anything is written: the output may go to the end of the rule file itself.
  const holds = holdsWhenPasted(written.text, title, options, io);
  io.out.write(written.text);
  if (holds) return EXIT.well;
  warn(['the scenario does not hold: what is left out of it changes the price'], io);
  return EXIT.refused;
}

function warn(sentences: readonly string[], io: Io): void {
  for (const sentence of new Set(sentences)) io.err.write(`warning: ${shown(sentence)}\n`);
}

/** The title that is asked for, or one that no scenario has yet: of `cart-too-late.json` it is "cart too late". */
function titleFor({ cart, rules, title }: ScenarioOptions, taken: readonly string[]): string {
  if (title !== undefined) {
    if (!taken.includes(title)) return title;
    throw new Stop(`\`${shown(rules)}\` has a scenario with the title \`${shown(title)}\` already`);
  }
  const name = cart === '-' ? '' : basename(cart).replace(/\.json$/i, '');
  const plain = name.replaceAll(/[-_\s]+/g, ' ').trim() || 'a cart';
  let free = plain;
  for (let number = 2; taken.includes(free); number += 1) free = `${plain} ${number}`;
  return free;
}

/** Reads the rule file as it would be with the scenario at its end. */
function holdsWhenPasted(text: string, title: string, { rules }: ScenarioOptions, io: Io): boolean {
  const whole = new TextEncoder().encode(`${readText(rules, io)}\n${text}`);
  const pasted = { ...io, readFile: (path: string) => (path === rules ? whole : io.readFile(path)) };
  const { result } = compileFile(rules, pasted);
  if (!result.ok) return false;
  const found = runScenarios(result.ruleset, { filter: title }).results.find((each) => each.title === title);
  return found?.holds === true;
}
