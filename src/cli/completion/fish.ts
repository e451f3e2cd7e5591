import type { CommandShape, Completed, OptionShape } from './shape.js';

/** A script for fish 3 and later. */
export function fishScript(commands: readonly CommandShape[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const first = `-n ${quoted(`not __fish_seen_subcommand_from ${names}`)}`;
  return `# Completion of reckon for fish: reckon completion fish | source
complete -c reckon -e
complete -c reckon -f
complete -c reckon ${first} -s h -l help -d ${quoted('display help')}
complete -c reckon ${first} -l version -d ${quoted('print the version')}
${commands.map(({ name, summary }) => `complete -c reckon ${first} -a ${name} -d ${quoted(summary)}`).join('\n')}
${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines({ name, options, argument }: CommandShape): readonly string[] {
  const within = `complete -c reckon -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  const rest = argument === undefined ? '' : action(argument);
  return [
    ...options.map((option) => `${within} ${optionText(option)}`),
    ...(rest === '' ? [] : [`${within} ${rest}`]),
  ];
}

function optionText({ long, short, description, value }: OptionShape): string {
  const flags = [...(short === undefined ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`].join(' ');
  const takes = value === undefined ? '' : ` -x ${action(value)}`.trimEnd();
  return `${flags}${takes} -d ${quoted(description)}`;
}

function action(what: Completed): string {
  switch (what.kind) {
    case 'words':
      return `-a ${quoted(what.words.join(' '))}`;
    case 'files':
      return `-k -a ${quoted(`(__fish_complete_suffix ${what.ending ?? "''"})`)}`;
    case 'folders':
      return `-a ${quoted('(__fish_complete_directories)')}`;
    case 'text':
      return '';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
