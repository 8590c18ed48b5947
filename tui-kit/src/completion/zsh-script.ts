import { functionName, pathsOf, quoted, valuesOfOptions } from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for zsh. */
export function zshScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = functionName(program);
  const values = valuesOfOptions(commands);
  return `#compdef ${program}
# zsh completion of ${program}, for ~/.zshrc, or as _${program} in a folder of fpath
${name}() {
  local at='' option='' word place=0
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then option=''; continue; fi
    case $word in
      (${[...values.keys()].join('|')}) option=$word ;;
      (-*) ;;
      (*)
        case "\${at:+$at }$word" in
          (${pathsOf(commands).map(quoted).join('|')}) at="\${at:+$at }$word" ;;
          (*) place=$((place + 1)) ;;
        esac ;;
    esac
  done
  if [[ $PREFIX == --*=* ]]; then option=\${PREFIX%%=*}; compset -P '*='; fi
  case $option in
${[...values].map(([option, value]) => `    (${option}) ${add(value)}; return ;;`).join('\n')}
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
