import type { CommandShape, Completed, OptionShape } from './shape.js';

/** A script for bash 3.2 and later. */
export function bashScript(commands: readonly CommandShape[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of reckon for bash: source <(reckon completion bash)

_reckon_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

_reckon_paths() {
  local path
  compopt -o filenames 2> /dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <("$@" | sort -u)
}

_reckon_files() {
  compgen -d -- "$cur"
  compgen -f -X "!*$1" -- "$cur"
}

_reckon() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command= i
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; fi
  if [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ \${COMP_WORDS[i]} != -* ]]; then command=\${COMP_WORDS[i]}; break; fi
  done
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
    '') _reckon_words '${names} --help --version' ;;
${commands.map(commandCase).join('\n')}
  esac
}

complete -F _reckon reckon
`;
}

function valueCases({ name, options }: CommandShape): readonly string[] {
  return options.flatMap(({ long, value }) =>
    value === undefined ? [] : [`    '${name} ${long}') ${completing(value)} return ;;`],
  );
}

function commandCase({ name, options, argument }: CommandShape): string {
  const flags = options.flatMap(flagsOf).join(' ');
  const rest = argument === undefined ? ':;' : completing(argument);
  const then = flags === '' ? rest : `if [[ $cur == -* ]]; then _reckon_words '${flags}'; else ${rest} fi`;
  return `    ${name}) ${then} ;;`;
}

function flagsOf({ long, short }: OptionShape): readonly string[] {
  return short === undefined ? [long] : [short, long];
}

function completing(what: Completed): string {
  switch (what.kind) {
    case 'words':
      return `_reckon_words '${what.words.join(' ')}';`;
    case 'files':
      return `_reckon_paths _reckon_files '${what.ending ?? ''}';`;
    case 'folders':
      return '_reckon_paths compgen -d -- "$cur";';
    case 'text':
      return ':;';
  }
}
