import { resolve } from 'node:path';
import type { Command } from 'commander';
import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import type { Plan } from '../plan/types.js';
import { planOf } from '../ruleset.js';
import { reportDiagnostics } from './diagnostics.js';
import { quoted } from './input.js';
import type { Io } from './io.js';
import { writing } from './output.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';

interface CompileOptions extends TerminalOptions {
  readonly output: string;
}

const EXAMPLES = `
Examples:
  $ reckon compile shop.reckon -o plan.json
  $ reckon compile shop.reckon | gzip > plan.json.gz
  $ reckon price --plan plan.json --cart cart.json
`;

/** `reckon compile`: a rule file as the plan that a checkout loads. */
export function addCompile(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('compile')
    .summary('compile a rule file to a plan')
    .description('Compiles a rule file to a plan: the JSON that a checkout loads and prices carts by.')
    .argument('<rules>', 'the rule file')
    .option('-o, --output <file>', 'where the plan is written; `-` is standard output', '-');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((rules: string, options: CompileOptions) => end(compile(rules, options, io)));
}

function compile(rules: string, options: CompileOptions, io: Io): ExitCode {
  const { result, sources } = compileFile(rules, io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return EXIT.refused;
  write(planOf(result.ruleset), options.output, [...sources.keys()], io);
  return EXIT.well;
}

function write(plan: Plan, output: string, sources: readonly string[], io: Io): void {
  const text = `${JSON.stringify(plan)}\n`;
  if (output === '-') {
    io.out.write(text);
  } else {
    if (sources.some((source) => resolve(source) === resolve(output)))
      throw new Stop(`${quoted(output)} is read as rules: write the plan to another file`);
    writing(output, () => io.writeFile(output, text, true));
  }
  const bytes = counted(new TextEncoder().encode(text).length, 'byte');
  const { promotions, ruleset } = plan.rules;
  const where = output === '-' ? '' : ` ${shown(output)}:`;
  io.err.write(`wrote${where} ${counted(promotions.length, 'promotion')}, ${bytes}, rules ${ruleset}\n`);
}
