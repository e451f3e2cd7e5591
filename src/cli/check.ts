import type { Command } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { reportDiagnostics } from './diagnostics.js';
import type { Io } from './io.js';
import { complain, printJson } from './output.js';
import { type Compiled, compileFile } from './rules.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';

interface CheckOptions extends TerminalOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon check shop.reckon          says nothing when all is well
  $ reckon check rules/*.reckon       one run reports every mistake of every file
  $ reckon check --json shop.reckon   the diagnostics for an editor or a build
`;

/** `reckon check`: what is wrong with rule files. */
export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('check rule files')
    .description('Checks rule files and reports every mistake, with its place and what to do about it.')
    .argument('<files...>', 'rule files')
    .option('--json', 'print the diagnostics as JSON');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: CheckOptions) => end(check(files, options, io)));
}

function check(files: readonly string[], options: CheckOptions, io: Io): ExitCode {
  const compiled = files.map((file) => compiledOrTold(file, io));
  const read = compiled.filter((each) => each !== undefined);
  const diagnostics = eachOnce(read.flatMap(({ result }) => result.diagnostics));
  const sources = new Map(read.flatMap((each) => [...each.sources]));
  if (options.json === true) printJson(diagnostics, io);
  else reportDiagnostics(diagnostics, sources, options, io);
  if (read.length < files.length) return EXIT.usage;
  return read.every(({ result }) => result.ok) ? EXIT.well : EXIT.refused;
}

/** A file that cannot be read is told at once, and the others are checked all the same. */
function compiledOrTold(file: string, io: Io): Compiled | undefined {
  try {
    return compileFile(file, io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    complain(error.message, io);
    return undefined;
  }
}

/** Files that import the same file bring its diagnostics several times. */
function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
