import { functionName, type OptionValue, pathsOf, valuesOfOptions } from './all-options.js';
import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The completion of a program for fish. */
export function fishScript(program: string, commands: readonly CompletedCommand[]): string {
  const name = `_${functionName(program)}_place`;
  return `# fish completion of ${program}, for ~/.config/fish/completions/${program}.fish
function ${name}
${walk(commands)}
  if test -n "$more"
    echo "$at,$option"
  else
    echo "$at,$place"
  end
end
complete -c ${program} -f
${commands.flatMap((command) => linesOf(program, name, command)).join('\n')}
`;
}

/**
 * Finds the command in `at`, how many arguments it has in `place`, and in `option` the one whose value is typed; `more` when
 * that has one and takes more.
 */
function walk(commands: readonly CompletedCommand[]): string {
  const paths = pathsOf(commands).map((path) => quoted(` ${path}`));
  return `  set -l at
  set -l option
  set -l many
  set -l more
  set -l place 0
  for word in (commandline -opc)[2..]
    if test -n "$option"
      if test -z "$many"
        set option
        continue
      end
      if not string match -q -- '-*' $word
        set more 1
        continue
      end
      set option
      set many
      set more
    end
    if string match -q -- '-*' $word
      switch "$at $word"
${valuesOfOptions(commands).map(optionCase).join('\n')}
      end
    else if contains -- "$at $word" ${paths.join(' ')}
      set at "$at $word"
    else
      set place (math $place + 1)
    end
  end`;
}

/** What the function notes when it meets an option that takes the next word, or all up to the next option. */
function optionCase({ name, paths, many }: OptionValue): string {
  const patterns = paths?.map((path) => quoted(`${path === '' ? '' : ` ${path}`} ${name}`)) ?? [
    quoted(`* ${name}`),
  ];
  const lines = [`      case ${patterns.join(' ')}`, '        set option $word'];
  return [...lines, ...(many ? ['        set many 1'] : [])].join('\n');
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
  const further = options.flatMap(({ names, value, many }) =>
    many
      ? names.map(
          (option) => `-n ${quoted(`test (${name}) = "${at},${option}"`)} ${offered(value).join(' ')}`,
        )
      : [],
  );
  const places = args.flatMap((value, place) => {
    if (value.kind === 'other') return [];
    const pattern = quoted(`^${at},${placePattern(place, args.length)}`);
    const when = `-n ${quoted(`string match -rq -- ${pattern} (${name})`)}`;
    return [[when, ...offered(value)].join(' ')];
  });
  return [...named, ...flags, ...further, ...places].map((rest) => `complete -c ${program} ${rest}`);
}

/** The numbers of a place: of the last one also those after it, for it may be one of many. */
function placePattern(place: number, places: number): string {
  if (place < places - 1) return `${place}$`;
  const earlier = Array.from({ length: place }, (_, before) => before);
  return `${place === 0 ? '' : `(?!(${earlier.join('|')})$)`}[0-9]`;
}

/** What is offered where no option stands in front. */
function offered(value: CompletedValue | undefined): string[] {
  return taken(value).filter((word) => word !== '-x');
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
