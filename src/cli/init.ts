import type { Command } from 'commander';
import { shown } from '../shown.js';
import { widest, widthOf } from '../breakdown/text-width.js';
import { resolvePath } from '../check/files.js';
import { FILES } from './init-files.js';
import type { Io } from './io.js';
import { writing } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';

const EXAMPLES = `
Examples:
  $ reckon init            in this folder
  $ reckon init my-shop    in a new one
`;

/** `reckon init`: a folder to begin with. */
export function addInit(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary('start a folder with rules, a cart and a scenario')
    .description(
      'Starts a folder with a rule file, a cart and scenarios that hold. It never replaces a file.',
    )
    .argument('[folder]', 'the folder, made where it is not there', '.')
    .addHelpText('after', EXAMPLES)
    .action((folder: string) => end(init(folder, io)));
}

function init(folder: string, io: Io): ExitCode {
  const paths = Object.keys(FILES).map((name) => resolvePath('', `${folder}/${name}`));
  const [rules = '', cart = ''] = paths;
  refuseExisting(paths, io);
  writing(folder, () => {
    io.makeFolder(folder);
    for (const [index, text] of Object.values(FILES).entries()) io.writeFile(paths[index] ?? '', text, false);
  });
  io.out.write(`wrote ${shown(rules)} and ${shown(cart)}\n\n${nextSteps(shown(rules), shown(cart))}`);
  return EXIT.well;
}

/** Before anything is written, so that a folder is never started halfway. */
function refuseExisting(paths: readonly string[], io: Io): void {
  const there = paths.filter((path) => isThere(path, io));
  if (there.length === 0) return;
  const names = there.map((path) => `\`${shown(path)}\``).join(' and ');
  throw new Stop(`${names} ${there.length === 1 ? 'is' : 'are'} there already: nothing was written`);
}

function isThere(path: string, io: Io): boolean {
  try {
    io.readFile(path);
    return true;
  } catch (error) {
    return !(
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    );
  }
}

function nextSteps(rules: string, cart: string): string {
  const steps = [
    [`check ${rules}`, 'find mistakes'],
    [`test ${rules} --coverage`, 'run its scenarios'],
    [`price --rules ${rules} --cart ${cart}`, 'see how a price comes about'],
    [`scenario --rules ${rules} --cart ${cart}`, 'make a scenario of a cart'],
  ] as const;
  const column = widest(steps.map(([command]) => widthOf(command)));
  const lines = steps.map(([command, what]) => {
    const gap = ' '.repeat(column - widthOf(command) + 2);
    return `  reckon ${command}${gap}${what}\n`;
  });
  return `Next:\n${lines.join('')}\nChange an amount in ${rules} and run the scenarios again: they say what the change does.\n`;
}
