import type { CompletedCommand, CompletedValue } from './completed-command.js';

/** What an option takes, and where it takes that. */
export interface OptionValue {
  /** `--state`. */
  readonly name: string;
  /** The commands of which it is so; undefined where it is so of all that have the option. */
  readonly paths: readonly string[] | undefined;
  readonly value: CompletedValue;
  readonly many: boolean;
}

/** All options that take a value: one of a name may take something else after another command, or nothing. */
export function valuesOfOptions(commands: readonly CompletedCommand[]): OptionValue[] {
  const meanings = new Map<string, Map<string, OptionValue | undefined>>();
  for (const { path, options } of commands) {
    for (const { names, value, many } of options) {
      const meaning = JSON.stringify({ value, many });
      for (const name of names) {
        const ofName = meanings.get(name) ?? new Map<string, OptionValue | undefined>();
        const paths = [...(ofName.get(meaning)?.paths ?? []), path];
        meanings.set(name, ofName.set(meaning, value && { name, paths, value, many }));
      }
    }
  }
  return [...meanings.values()].flatMap((ofName) => {
    const taken = [...ofName.values()].filter((one) => one !== undefined);
    return ofName.size === 1 ? taken.map((one) => ({ ...one, paths: undefined })) : taken;
  });
}

/**
 * The pattern of bash and zsh that an option matches where a command's path, a space and the option's name stand together.
 */
export function optionPattern({ name, paths }: OptionValue): string {
  if (paths === undefined) return `*${quoted(` ${name}`)}`;
  return paths.map((path) => quoted(`${path} ${name}`)).join('|');
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
