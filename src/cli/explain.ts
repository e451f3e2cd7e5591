import type { Command } from 'commander';
import { shown } from '../shown.js';
import { didYouMean } from '../cart/values.js';
import { explain, explainAll } from '../explain.js';
import type { Ruleset } from '../ruleset.js';
import { reportDiagnostics } from './diagnostics.js';
import { errorPage, isCode } from './error-page.js';
import type { Io } from './io.js';
import { type LangOption, langOf, withLangOption } from './lang.js';
import { drawPage } from './markdown.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';

interface ExplainOptions extends TerminalOptions, LangOption {
  readonly rules?: string;
}

const EXAMPLES = `
Examples:
  $ reckon explain RK1083                               an error code
  $ reckon explain --rules shop.reckon                  all the rules of a file
  $ reckon explain --rules shop.reckon vip-5 postage    some of its promotions
  $ reckon explain --rules shop.reckon vip-5 --lang zh  in Chinese
`;

/** `reckon explain`: what an error code or a promotion means. */
export function addExplain(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('explain an error code or a promotion')
    .description(
      'Says in plain sentences what promotions mean, or what an error code means and how to mend it.',
    )
    .argument('[names...]', 'error codes; with `--rules`, promotions: all of them unless named')
    .option('--rules <file>', 'the rule file whose promotions are explained');
  withTerminalOptions(withLangOption(command))
    .addHelpText('after', EXAMPLES)
    .action((names: readonly string[], options: ExplainOptions) => {
      if (options.rules === undefined && names.length === 0)
        command.error('error: name an error code, or a rule file by `--rules`');
      end(
        options.rules === undefined
          ? explainCodes(names, options, io)
          : explainRules(names, options.rules, options, io),
      );
    });
}

function explainCodes(names: readonly string[], options: ExplainOptions, io: Io): ExitCode {
  const drawing = drawingOn(io.out, options, io);
  const pages = names.map((name) => {
    if (isCode(name)) return drawPage(errorPage(name, io.docs), drawing);
    throw new Stop(`\`${shown(name)}\` is no error code: for a promotion name its rule file by \`--rules\``);
  });
  io.out.write(pages.join('\n'));
  return EXIT.well;
}

function explainRules(names: readonly string[], rules: string, options: ExplainOptions, io: Io): ExitCode {
  const lang = langOf(options, io);
  const { result, sources } = compileFile(rules, io);
  reportDiagnostics(result.diagnostics, sources, { ...options }, io);
  if (!result.ok) return EXIT.refused;
  const drawing = { ...drawingOn(io.out, options, io), lang };
  const { ruleset } = result;
  const texts = names.map((name) => explain(ruleset, name, drawing) ?? unknown(name, ruleset, rules));
  io.out.write(names.length === 0 ? explainAll(ruleset, drawing) : texts.join('\n'));
  return EXIT.well;
}

function unknown(name: string, { promotions }: Ruleset, rules: string): never {
  const near = didYouMean(name, promotions);
  const advice = near === '' ? '' : ` (${shown(near)})`;
  throw new Stop(`no promotion in \`${shown(rules)}\` is named \`${shown(name)}\`${advice}`);
}
