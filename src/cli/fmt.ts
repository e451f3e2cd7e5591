import type { Command } from 'commander';
import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../diagnostics/source.js';
import { format } from '../syntax/format.js';
import { reportDiagnostics } from './diagnostics.js';
import { readMarked, STANDARD_INPUT, unmarked } from './input.js';
import type { Io } from './io.js';
import { complain, replaceFile } from './output.js';
import { someRuleFiles } from './rule-files.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';
import { paintDiff, unifiedDiff } from './unified-diff.js';

interface FmtOptions extends TerminalOptions {
  readonly check?: true;
  readonly diff?: true;
}

const EXAMPLES = `
Examples:
  $ reckon fmt shop.reckon             rewrites the file if its form is not canonical
  $ reckon fmt --check rules/          for a build: names the files that would change
  $ reckon fmt --diff shop.reckon      shows what would change
  $ reckon fmt - < shop.reckon         for an editor
`;

/** `reckon fmt`: brings rule files into their canonical form. */
export function addFmt(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('fmt')
    .summary('format rule files')
    .description(
      'Brings rule files into the one canonical form. A file with mistakes of form is left as it is.',
    )
    .argument('<files...>', 'rule files, or folders of them; `-` formats standard input to standard output')
    .option('--check', 'write nothing; name the files that are not in canonical form')
    .option('--diff', 'write nothing; print what would change as a unified diff');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: FmtOptions) => end(await fmt(files, options, io)));
}

/** A file that could be read: its text, and what it should be unless it has mistakes. */
interface Read {
  readonly path: string;
  readonly before: string;
  readonly after: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function fmt(files: readonly string[], options: FmtOptions, io: Io): Promise<ExitCode> {
  if (files.length > 1 && files.includes('-')) throw new Stop('`-` stands alone, without other files');
  const paths = files.includes('-') ? files : someRuleFiles(files, io).map(({ path }) => path);
  const found = await Promise.all(paths.map((file) => readOrTold(file, io)));
  const read = found.filter((each) => each !== undefined);
  const done = read.map((each) => finish(each, options, io));
  report(read, options, io);
  const changed = read.filter(isChanged).length;
  if (options.check === true && changed > 0) {
    io.err.write(`${counted(changed, 'file')} not in canonical form: run \`reckon fmt\`\n`);
  }
  if (found.includes(undefined) || done.includes(false)) return EXIT.usage;
  const refused = read.some(({ after }) => after === undefined);
  return refused || (options.check === true && changed > 0) ? EXIT.refused : EXIT.well;
}

/** A file that cannot be read is told at once, and the others are formatted all the same. */
async function readOrTold(path: string, io: Io): Promise<Read | undefined> {
  try {
    const before = await readMarked(path, io);
    const result = format(unmarked(before), { name: nameOf(path) });
    return result.ok
      ? { path, before, after: result.text, diagnostics: [] }
      : { path, before, after: undefined, diagnostics: result.diagnostics };
  } catch (error) {
    return told(error, io);
  }
}

function told(error: unknown, io: Io): undefined {
  if (!(error instanceof Stop)) throw error;
  complain(error.message, io);
  return undefined;
}

function nameOf(path: string): string {
  return path === '-' ? STANDARD_INPUT : path;
}

function isChanged({ after, before }: Read): boolean {
  return after !== undefined && after !== before;
}

/** Shows or writes what a file should be; gives whether that went well. */
function finish(read: Read, options: FmtOptions, io: Io): boolean {
  const { after, before, path } = read;
  if (after === undefined) return true;
  if (options.diff === true) {
    if (isChanged(read)) printDiff(unifiedDiff(nameOf(path), before, after), options, io);
  } else if (options.check === true) {
    if (isChanged(read)) io.out.write(`${shown(nameOf(path))}\n`);
  } else if (path === '-') {
    io.out.write(after);
  } else if (isChanged(read)) {
    return replace(path, after, io);
  }
  return true;
}

function printDiff(diff: string, options: FmtOptions, io: Io): void {
  io.out.write(paintDiff(diff, drawingOn(io.out, options, io).paint));
}

/** Names each file that it rewrites. */
function replace(path: string, text: string, io: Io): boolean {
  try {
    replaceFile(path, text, io);
  } catch (error) {
    told(error, io);
    return false;
  }
  io.out.write(`${shown(path)}\n`);
  return true;
}

function report(read: readonly Read[], options: FmtOptions, io: Io): void {
  const sources = read.map(({ before, path }) => {
    const name = nameOf(path);
    return [name, new SourceText(name, unmarked(before))] as const;
  });
  const diagnostics = read.flatMap((each) => each.diagnostics);
  reportDiagnostics(diagnostics, new Map(sources), options, io);
}
