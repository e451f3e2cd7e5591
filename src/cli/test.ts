import { type Command, InvalidArgumentError } from 'commander';
import { type Coverage, coverageShare, mergeCoverage } from '../scenario/coverage.js';
import { coverageText, isBelow } from './coverage-text.js';
import type { Io } from './io.js';
import { junitReport } from './junit.js';
import { complain, printJson, writing } from './output.js';
import { quoted } from './input.js';
import { noRuleFile, type RuleFile, ruleFiles } from './rule-files.js';
import { reportDiagnostics } from './diagnostics.js';
import { EXIT, type ExitCode } from './stop.js';
import { drawingOn, type TerminalOptions, withTerminalOptions } from './terminal.js';
import { testJson } from './test-json.js';
import { type Tested, testFiles } from './test-run.js';
import { summaryLine, testText } from './test-text.js';
import { type WatchOptions, watching, withWatchOption } from './watch.js';

interface TestOptions extends TerminalOptions, WatchOptions {
  readonly filter?: string;
  readonly json?: true;
  readonly junit?: string;
  readonly coverage?: true;
  readonly threshold?: number;
}

const EXAMPLES = `
Examples:
  $ reckon test shop.reckon
  $ reckon test rules/                           every .reckon file below the folder
  $ reckon test shop.reckon --filter coupon      only scenarios with this in their title
  $ reckon test rules/ --coverage --threshold 90
  $ reckon test rules/ --junit report.xml        for a build server
  $ reckon test shop.reckon --watch
`;

/** `reckon test`: runs the scenarios of rule files. */
export function addTest(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('test')
    .summary('run the scenarios of rule files')
    .description('Runs the scenarios of rule files: prices their carts and compares with what they expect.')
    .argument('<files...>', 'rule files, or folders of them')
    .option('--filter <text>', 'only scenarios whose title holds this text')
    .option('--coverage', 'tell which parts of the rules no scenario reaches')
    .option('--threshold <percent>', 'fail when less than this is reached; implies --coverage', percentage)
    .option('--json', 'print the results as JSON')
    .option('--junit <file>', 'write the results as JUnit XML too');
  withTerminalOptions(withWatchOption(command))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], options: TestOptions) =>
      end(await watching(options, io, (seen) => test(paths, options, seen))),
    );
}

function percentage(text: string): number {
  const percent = Number(text.replace(/%$/, ''));
  if (!/^\d+(\.\d+)?%?$/.test(text) || percent > 100)
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  return percent;
}

function test(paths: readonly string[], options: TestOptions, io: Io): ExitCode {
  const withCoverage = options.coverage === true || options.threshold !== undefined;
  const files = ruleFiles(paths, io);
  const tested = testFiles(files, { filter: options.filter ?? '', coverage: withCoverage }, io);
  const coverage = withCoverage
    ? mergeCoverage(tested.files.flatMap((file) => file.coverage ?? []))
    : undefined;
  const { junit } = options;
  if (junit !== undefined) writing(junit, () => io.writeFile(junit, junitReport(tested), true));
  print(tested, coverage, options, io);
  return codeOf(tested, coverage, { paths, files, options }, io);
}

function print(tested: Tested, coverage: Coverage | undefined, options: TestOptions, io: Io): void {
  if (options.json === true) {
    printJson(testJson(tested, coverage), io);
    return;
  }
  reportDiagnostics(tested.diagnostics, tested.sources, options, io);
  const drawing = drawingOn(io.out, options, io);
  io.out.write(testText(tested, drawing));
  if (coverage !== undefined && tested.files.length > 0) io.out.write(coverageText(coverage, drawing));
  if (hasScenarios(tested) || tested.files.some((file) => file.isBroken))
    io.out.write(`${summaryLine(tested, drawing)}\n`);
}

interface Asked {
  readonly paths: readonly string[];
  readonly files: readonly RuleFile[];
  readonly options: TestOptions;
}

/** What was asked for cannot be done at all, or something failed, or all is well; each is told. */
function codeOf(tested: Tested, coverage: Coverage | undefined, asked: Asked, io: Io): ExitCode {
  const isBroken = tested.files.some((file) => file.isBroken);
  if (tested.isUnreadable) return EXIT.usage;
  if (!hasScenarios(tested) && !isBroken) {
    complain(nothingFound(asked), io);
    return EXIT.usage;
  }
  const { threshold } = asked.options;
  const isThin = coverage !== undefined && threshold !== undefined && isBelow(coverage, threshold);
  if (isThin) complain(`coverage is ${coverageShare(coverage).percent}%, below ${threshold}%`, io);
  const isFailed = tested.files.some(({ results }) => results.some(({ holds }) => !holds));
  return isFailed || isBroken || isThin ? EXIT.refused : EXIT.well;
}

function hasScenarios({ files }: Tested): boolean {
  return files.some(({ results }) => results.length > 0);
}

function nothingFound({ paths, files, options }: Asked): string {
  const where = paths.map(quoted).join(', ');
  if (files.length === 0) return noRuleFile(paths);
  if (options.filter !== undefined) return `no scenario in ${where} has \`${options.filter}\` in its title`;
  return `no scenario found in ${where}: write one with \`reckon scenario\``;
}
