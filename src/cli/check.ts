import type { Command } from 'commander';
import { eachOnce, reportDiagnostics } from './diagnostics.js';
import type { Io } from './io.js';
import { printJson } from './output.js';
import { compiledOrTold } from './rules.js';
import { EXIT, type ExitCode } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';
import { type WatchOptions, watching, withWatchOption } from './watch.js';

interface CheckOptions extends TerminalOptions, WatchOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon check shop.reckon          says nothing when all is well
  $ reckon check rules/*.reckon       one run reports every mistake of every file
  $ reckon check --json shop.reckon   the diagnostics for an editor or a build
  $ reckon check --watch shop.reckon  again after every change
`;

/** `reckon check`: what is wrong with rule files. */
export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('check rule files')
    .description('Checks rule files and reports every mistake, with its place and what to do about it.')
    .argument('<files...>', 'rule files')
    .option('--json', 'print the diagnostics as JSON');
  withTerminalOptions(withWatchOption(command))
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) =>
      end(await watching(options, io, (seen) => check(files, options, seen))),
    );
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
