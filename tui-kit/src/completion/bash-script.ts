import { functionName, pathsOf, quoted, valuesOfOptions } from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for bash. */
export function bashScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = functionName(program);
  const values = valuesOfOptions(commands);
  return `# bash completion of ${program}, for ~/.local/share/bash-completion/completions/${program}
${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} path= option= place=0 word
  [ "$current" = = ] && current=
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    # bash takes --option=value apart.
    [ "$word" = = ] && continue
    if [ -n "$option" ]; then option=; continue; fi
    case $word in
      ${[...values.keys()].join('|')}) option=$word ;;
      -*) ;;
      *)
        case "\${path:+$path }$word" in
          ${pathsOf(commands).map(quoted).join('|')}) path="\${path:+$path }$word" ;;
          *) place=$((place + 1)) ;;
        esac ;;
    esac
  done
  case $option in
${[...values].map(([option, value]) => `    ${option}) ${reply(value)}; return ;;`).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $path in
${commands.map(({ path, options }) => `      ${quoted(path)}) ${reply(wordsOf(options.flatMap(({ names }) => names)))} ;;`).join('\n')}
    esac
    return
  fi
  case "$path,$place" in
${commands.flatMap(placesOf).join('\n')}
  esac
}
complete -F ${name} ${program}
`;
}

/** What stands in each place after a command, a line each. */
function placesOf({ path, commands, args }: CompletedCommand): string[] {
  const names = commands.map(({ name }) => name);
  const places: readonly CompletedValue[] = names.length > 0 ? [wordsOf(names)] : args;
  return places.map((value, place) => {
    const isLast = place === places.length - 1;
    // The last one may be one of many.
    const pattern = isLast && names.length === 0 ? `${quoted(`${path},`)}*` : quoted(`${path},${place}`);
    return `    ${pattern}) ${reply(value)} ;;`;
  });
}

function wordsOf(words: readonly string[]): CompletedValue {
  return { kind: 'words', words };
}

function reply(value: CompletedValue): string {
  switch (value.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W ${quoted(value.words.join(' '))} -- "$current"))`;
    case 'folder':
      return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current")';
    case 'file':
      return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current")';
    case 'other':
      return ':';
  }
}
