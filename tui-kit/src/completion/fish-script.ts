import { functionName, pathsOf, valuesOfOptions } from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for fish. */
export function fishScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = `_${functionName(program)}_place`;
  const values = valuesOfOptions(commands);
  return `# fish completion of ${program}, for ~/.config/fish/completions/${program}.fish
function ${name}
  set -l at
  set -l option
  set -l place 0
  for word in (commandline -opc)[2..]
    if test -n "$option"
      set option
      continue
    end
    switch $word
      case ${[...values.keys()].join(' ')}
        set option $word
      case '-*'
      case '*'
        if contains -- "$at $word" ${pathsOf(commands)
          .map((path) => quoted(` ${path}`))
          .join(' ')}
          set at "$at $word"
        else
          set place (math $place + 1)
        end
    end
  end
  echo "$at,$place"
end
complete -c ${program} -f
${commands.flatMap((command) => linesOf(program, name, command)).join('\n')}
`;
}

function linesOf(
  program: string,
  name: string,
  { path, commands, options, args }: CompletedCommand,
): string[] {
  const at = path === '' ? '' : ` ${path}`;
  const within = `-n ${quoted(`string match -q -- "${at},*" (${name})`)}`;
  const named = commands.map(
    (child) => `-n ${quoted(`test (${name}) = "${at},0"`)} -a ${child.name} -d ${quoted(child.about)}`,
  );
  const flags = options.map(({ names, about, value }) => {
    const spelled = names.map((flag) =>
      flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
    );
    return [within, ...spelled, ...taken(value), `-d ${quoted(about)}`].join(' ');
  });
  const places = args.flatMap((value, place) => {
    if (value.kind === 'other') return [];
    const pattern = quoted(`^${at},${placePattern(place, args.length)}`);
    const when = `-n ${quoted(`string match -rq -- ${pattern} (${name})`)}`;
    return [[when, ...taken(value).filter((word) => word !== '-x')].join(' ')];
  });
  return [...named, ...flags, ...places].map((rest) => `complete -c ${program} ${rest}`);
}

/** The numbers of a place: of the last one also those after it, for it may be one of many. */
function placePattern(place: number, places: number): string {
  if (place < places - 1) return `${place}$`;
  const earlier = Array.from({ length: place }, (_, before) => before);
  return place === 0 ? '' : `(?!(${earlier.join('|')})$)`;
}

/** What a place takes. */
function taken(value: CompletedValue | undefined): string[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'words':
      return ['-x', `-a ${quoted(value.words.join(' '))}`];
    case 'folder':
      return ['-x', "-a '(__fish_complete_directories)'"];
    case 'file':
      return ['-x', "-a '(__fish_complete_path)'"];
    case 'other':
      return ['-x'];
  }
}

/** A text in single quotes: fish knows a backslash in them. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
