import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** The names of all options that take a value, with what it may be. Of one name there is one meaning in a program. */
export function valuesOfOptions(commands: readonly CompletedCommand[]): ReadonlyMap<string, CompletedValue> {
  const found = commands.flatMap(({ options }) =>
    options.flatMap(({ names, value }) =>
      value === undefined ? [] : names.map((name) => [name, value] as const),
    ),
  );
  return new Map(found);
}

/** The paths of all commands but the program itself. */
export function pathsOf(commands: readonly CompletedCommand[]): string[] {
  return commands.map(({ path }) => path).filter((path) => path !== '');
}

/** A text in single quotes, as bash and zsh take it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A name of a function. */
export function functionName(program: string): string {
  return `_${program.replaceAll(/\W/gu, '_')}`;
}
