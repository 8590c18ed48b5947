import {
  functionName,
  type OptionValue,
  optionPattern,
  pathsOf,
  quoted,
  valuesOfOptions,
} from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for bash. */
export function bashScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = functionName(program);
  const values = valuesOfOptions(commands);
  const reply = (value: CompletedValue): string => replyOf(value, `${name}_offer`);
  return `# bash completion of ${program}, for ~/.local/share/bash-completion/completions/${program}
${name}_offer() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
  # bash puts it in place of what stands behind the last colon.
  if [[ $2 == *:* && $COMP_WORDBREAKS == *:* ]]; then COMPREPLY=("\${COMPREPLY[@]#"\${2%"\${2##*:}"}"}"); fi
}
${name}() {
${WORDS}
${walk(values, commands)}
  [[ -n $many && $current == -* ]] && option=
  case "$path $option" in
${values.map((one) => `    ${optionPattern(one)}) ${reply(one.value)}; return ;;`).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $path in
${commands.map(({ path, options }) => `      ${quoted(path)}) ${reply(wordsOf(options.flatMap(({ names }) => names)))} ;;`).join('\n')}
    esac
    return
  fi
  case "$path,$place" in
${commands.flatMap((command) => placesOf(command, reply)).join('\n')}
  esac
}
complete -F ${name} ${program}
`;
}

/** Reads the line up to the cursor into `words`, and the word at the cursor into `current`. */
const WORDS = `  local word current glued= colons
  local -a words=()
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    # bash takes words apart at colons.
    colons=
    [[ -n $word && -z \${word//:/} ]] && colons=1
    [[ -z $word && \${COMP_LINE:0:COMP_POINT} == *[[:blank:]] ]] && glued=
    if [[ -n $glued$colons && \${#words[@]} -gt 0 ]]; then words[\${#words[@]}-1]+=$word; else words+=("$word"); fi
    glued=$colons
  done
  current=\${words[\${#words[@]}-1]}
  [ "$current" = = ] && current=`;

/** Finds the command in `path`, how many arguments it has in `place`, and in `option` the one whose value is typed. */
function walk(values: readonly OptionValue[], commands: readonly CompletedCommand[]): string {
  const taking = values.map((one) => {
    const many = one.many ? ' many=1' : '';
    return `        ${optionPattern(one)}) option=$word${many} ;;`;
  });
  return `  local path= option= many= place=0
  for word in "\${words[@]:0:\${#words[@]}-1}"; do
    # bash takes --option=value apart.
    [ "$word" = = ] && continue
    if [ -n "$option" ]; then
      if [ -z "$many" ]; then option=; continue; fi
      [[ $word == -* ]] || continue
      option= many=
    fi
    if [[ $word == -* ]]; then
      case "$path $word" in
${taking.join('\n')}
      esac
      continue
    fi
    case "\${path:+$path }$word" in
      ${pathsOf(commands).map(quoted).join('|')}) path="\${path:+$path }$word" ;;
      *) place=$((place + 1)) ;;
    esac
  done`;
}

/** What stands in each place after a command, a line each. */
function placesOf(
  { path, commands, args }: CompletedCommand,
  reply: (value: CompletedValue) => string,
): string[] {
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

/** @param offer the function that offers words */
function replyOf(value: CompletedValue, offer: string): string {
  switch (value.kind) {
    case 'words':
      return `${offer} ${quoted(value.words.join(' '))} "$current"`;
    case 'folder':
      return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current")';
    case 'file':
      return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current")';
    case 'other':
      return ':';
  }
}
