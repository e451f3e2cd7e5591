import type { Command } from 'commander';
import { compiledFiles } from './compiled-files.js';
import { eachOnce, reportDiagnostics } from './diagnostics.js';
import { fixFile } from './fix.js';
import type { Io } from './io.js';
import { printJson } from './output.js';
import { someRuleFiles } from './rule-files.js';
import { EXIT, type ExitCode } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';
import { type WatchOptions, watching, withWatchOption } from './watch.js';

interface CheckOptions extends TerminalOptions, WatchOptions {
  readonly fix?: true;
  readonly json?: true;
  readonly strict?: true;
}

const EXAMPLES = `
Examples:
  $ reckon check shop.reckon          says nothing when all is well
  $ reckon check rules/               one run reports every mistake of every file
  $ reckon check --fix shop.reckon    removes what is needless; no price changes by it
  $ reckon check --strict *.reckon    for a build: warnings and notes fail too
  $ reckon check --json shop.reckon   the diagnostics for an editor
  $ reckon check --watch shop.reckon  again after every change

Warnings and notes are about what is allowed and probably not meant. Accept one in the file, on its
line or the line before: \`# accept RK2101: the two are meant to add up\`.
`;

/** `reckon check`: what is wrong with rule files. */
export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('check rule files')
    .description(
      'Checks rule files and reports every mistake, and what is probably not meant, with its place and what to do about it.',
    )
    .argument('<files...>', 'rule files, or folders of them')
    .option('--fix', 'mend what can be mended without changing any price, and say what was done')
    .option('--strict', 'exit with 1 for warnings and notes too')
    .option('--json', 'print the diagnostics as JSON');
  withTerminalOptions(withWatchOption(command))
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) =>
      end(await watching(options, io, (seen) => check(files, options, seen))),
    );
}

function check(paths: readonly string[], options: CheckOptions, io: Io): ExitCode {
  const files = someRuleFiles(paths, io);
  const found = compiledFiles(files, io, { lints: true });
  // What a part of another file declares is used there.
  const mended = options.fix === true ? found.own.map(({ file }) => fixFile(file.path, io)) : [];
  const readable = found.read.map(({ file }) => file);
  const { own } = options.fix === true ? compiledFiles(readable, io, { lints: true }) : found;
  const diagnostics = eachOnce(own.flatMap(({ compiled }) => compiled.result.diagnostics));
  const sources = new Map(own.flatMap(({ compiled }) => [...compiled.sources]));
  if (options.json === true) printJson(diagnostics, io);
  else reportDiagnostics(diagnostics, sources, options, io);
  if (readable.length < files.length || mended.includes(false)) return EXIT.usage;
  const isWell =
    options.strict === true ? diagnostics.length === 0 : own.every(({ compiled }) => compiled.result.ok);
  return isWell ? EXIT.well : EXIT.refused;
}
