import type { Argument, Command, Option } from 'commander';

/** What can be completed in a command. */
export interface CommandShape {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionShape[];
  /** What its arguments are; nothing for a command without any. */
  readonly argument?: Completed;
}

export interface OptionShape {
  readonly long: string;
  readonly short?: string;
  readonly description: string;
  /** What its value is; nothing for a switch. */
  readonly value?: Completed;
}

/** One of some words; a file with one of these endings, or of any; a folder; or a text that nobody can guess. */
export type Completed =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files'; readonly ending?: string }
  | { readonly kind: 'folders' }
  | { readonly kind: 'text' };

/** The commands of a program, with their options and arguments as they are declared. */
export function shapesOf(program: Command): readonly CommandShape[] {
  const names = program.commands.map((command) => command.name());
  const help = {
    name: 'help',
    summary: 'print the help of a command',
    options: [],
    argument: wordsOf(names),
  };
  return [...program.commands.map(shapeOf), help];
}

function shapeOf(command: Command): CommandShape {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    summary: command.summary(),
    options: [...command.options.map(optionOf), HELP],
    ...(argument !== undefined && { argument: argumentOf(argument) }),
  };
}

const HELP: OptionShape = { long: '--help', short: '-h', description: 'display help for command' };

function optionOf(option: Option): OptionShape {
  const { long, short, description } = option;
  return {
    long: long ?? '',
    ...(short !== undefined && { short }),
    description,
    ...((option.required || option.optional) && { value: valueOf(option) }),
  };
}

/** The endings of the files that options name; others take any file. */
const ENDINGS: Readonly<Record<string, string>> = {
  '--rules': '.reckon',
  '--plan': '.json',
  '--cart': '.json',
  '--breakdown': '.json',
  '--after': '.json',
  '--output': '.json',
  '--html': '.html',
  '--junit': '.xml',
};

function valueOf({ argChoices, flags, long }: Option): Completed {
  if (argChoices !== undefined) return wordsOf(argChoices);
  if (!flags.includes('<file>')) return { kind: 'text' };
  const ending = ENDINGS[long ?? ''];
  return { kind: 'files', ...(ending !== undefined && { ending }) };
}

function argumentOf(argument: Argument): Completed {
  if (argument.argChoices !== undefined) return wordsOf(argument.argChoices);
  if (argument.name() === 'names') return { kind: 'text' };
  return argument.name() === 'folder'
    ? { kind: 'folders' }
    : { kind: 'files', ending: argument.name() === 'breakdown' ? '.json' : '.reckon' };
}

function wordsOf(words: readonly string[]): Completed {
  return { kind: 'words', words };
}
