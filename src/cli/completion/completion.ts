import { Argument, type Command } from 'commander';
import type { Io } from '../io.js';
import { EXIT, type ExitCode } from '../stop.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { shapesOf } from './shape.js';
import { zshScript } from './zsh.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

type Shell = keyof typeof SCRIPTS;

const EXAMPLES = `
Examples:
  $ reckon completion fish | source   in ~/.config/fish/config.fish
  $ source <(reckon completion bash)  in ~/.bashrc
  $ source <(reckon completion zsh)   in ~/.zshrc, after compinit
`;

/** `reckon completion`: a script that lets a shell complete commands, options and files. */
export function addCompletion(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Prints a script that lets a shell complete commands, options and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell) => {
      io.out.write(SCRIPTS[shell](shapesOf(program)));
      end(EXIT.well);
    });
}
