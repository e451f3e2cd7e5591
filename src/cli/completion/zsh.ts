import type { CommandShape, Completed, OptionShape } from './shape.js';

/** A script for zsh: to be sourced, or to stand as `_reckon` in a folder of `fpath`. */
export function zshScript(commands: readonly CommandShape[]): string {
  return `#compdef reckon
# Completion of reckon for zsh: source <(reckon completion zsh)

_reckon() {
  local -a commands
  local state line
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _arguments -C '(- *)'{-h,--help}'[display help]' '(- *)--version[print the version]' \\
    '1: :->command' '*:: :->arguments' && return
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _reckon ]]; then
  _reckon "$@"
else
  compdef _reckon reckon
fi
`;
}

function commandCase({ name, options, argument }: CommandShape): string {
  const specs = options.flatMap(optionSpecs);
  const rest = argument === undefined ? [] : [quoted(`*:argument:${action(argument)}`)];
  return `        ${name}) _arguments ${[...specs, ...rest].join(' ')} ;;`;
}

function optionSpecs({ long, short, description, value }: OptionShape): readonly string[] {
  const text = `[${description.replaceAll(/[[\]\\:]/g, String.raw`\$&`)}]`;
  const takes = value === undefined ? '' : `:value:${action(value)}`;
  return [...(short === undefined ? [] : [short]), value === undefined ? long : `${long}=`].map((flag) =>
    quoted(`${flag}${text}${takes}`),
  );
}

function action(what: Completed): string {
  switch (what.kind) {
    case 'words':
      return `(${what.words.join(' ')})`;
    case 'files':
      return what.ending === undefined ? '_files' : `_files -g "*${what.ending}"`;
    case 'folders':
      return '_files -/';
    case 'text':
      return ' ';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
