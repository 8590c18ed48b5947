import {
  functionName,
  type OptionValue,
  optionPattern,
  pathsOf,
  quoted,
  valuesOfOptions,
} from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for zsh. */
export function zshScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = functionName(program);
  const values = valuesOfOptions(commands);
  return `#compdef ${program}
# zsh completion of ${program}, for ~/.zshrc, or as _${program} in a folder of fpath
${name}() {
${walk(values, commands)}
  if [[ $PREFIX == --*=* ]]; then option=\${PREFIX%%=*}; compset -P '*='
  elif [[ -n $many && $PREFIX == -* ]]; then option=''; fi
  case "$at $option" in
${values.map((one) => `    (${optionPattern(one)}) ${add(one.value)}; return ;;`).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    case $at in
${commands.map(({ path, options }) => `      (${quoted(path)}) ${described('-o option', optionEntries(options))} ;;`).join('\n')}
    esac
    return
  fi
  case "$at,$place" in
${commands.flatMap(placesOf).join('\n')}
  esac
}
if [[ $funcstack[1] == _${program} ]]; then
  ${name}
else
  # Where nothing was completed before.
  (( $+functions[compdef] )) || { autoload -Uz compinit; compinit }
  compdef ${name} ${program}
fi
`;
}

/** Finds the command in `at`, how many arguments it has in `place`, and in `option` the one whose value is typed. */
function walk(values: readonly OptionValue[], commands: readonly CompletedCommand[]): string {
  const taking = values.map((one) => {
    const many = one.many ? ' many=1' : '';
    return `        (${optionPattern(one)}) option=$word${many} ;;`;
  });
  return `  local at='' option='' many='' word place=0
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      if [[ -z $many ]]; then option=''; continue; fi
      [[ $word == -* ]] || continue
      option='' many=''
    fi
    if [[ $word == -* ]]; then
      case "$at $word" in
${taking.join('\n')}
      esac
      continue
    fi
    case "\${at:+$at }$word" in
      (${pathsOf(commands).map(quoted).join('|')}) at="\${at:+$at }$word" ;;
      (*) place=$((place + 1)) ;;
    esac
  done`;
}

interface Entry {
  readonly name: string;
  readonly about: string;
}

function optionEntries(options: CompletedCommand['options']): Entry[] {
  return options.flatMap(({ names, about }) => names.map((name) => ({ name, about })));
}

/** Words with what they mean beside them. */
function described(what: string, entries: readonly Entry[]): string {
  const words = entries.map(({ name, about }) => quoted(`${name}:${about.replaceAll(':', '\\:')}`));
  return `local -a entries=(${words.join(' ')}); _describe ${what} entries`;
}

function placesOf({ path, commands, args }: CompletedCommand): string[] {
  if (commands.length > 0) return [`    (${quoted(`${path},0`)}) ${described('command', commands)} ;;`];
  return args.map((value, place) => {
    // The last one may be one of many.
    const pattern = place === args.length - 1 ? `${quoted(`${path},`)}*` : quoted(`${path},${place}`);
    return `    (${pattern}) ${add(value)} ;;`;
  });
}

function add(value: CompletedValue): string {
  switch (value.kind) {
    case 'words':
      return `compadd -- ${value.words.map(quoted).join(' ')}`;
    case 'folder':
      return '_files -/';
    case 'file':
      return '_files';
    case 'other':
      return ':';
  }
}
