import type { Argument, Command, Option } from 'commander';

/** What can stand in one place of a command line. */
export type CompletedValue =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'folder' | 'file' | 'other' };

/** An option, as a shell has to know it. */
export interface CompletedOption {
  /** `--json`, `-h`. */
  readonly names: readonly string[];
  readonly about: string;
  /** Undefined for one that takes none. */
  readonly value: CompletedValue | undefined;
  /** Whether it takes all words up to the next option. */
  readonly many: boolean;
}

/** A command, as a shell has to know it. */
export interface CompletedCommand {
  /** The words that lead to it, such as `config set`; empty for the program itself. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  /** Those of the commands around it, too. */
  readonly options: readonly CompletedOption[];
  /** Its arguments in their order; the last one stands for all further ones where it is `variadic`. */
  readonly args: readonly CompletedValue[];
}

/**
 * Everything that a program takes, from the definitions that its `--help` is made of.
 * @param alone the command that runs where none is named
 */
export function completedCommands(program: Command, alone?: string): CompletedCommand[] {
  const isAlone = program.commands.find((command) => command.name() === alone);
  return walk(program, [], isAlone === undefined ? [] : optionsOf(isAlone));
}

function walk(
  command: Command,
  path: readonly string[],
  inherited: readonly CompletedOption[],
): CompletedCommand[] {
  const own = optionsOf(command);
  const children = command.createHelp().visibleCommands(command);
  const known = new Set(own.map(({ names }) => names.join()));
  const options = [...own, ...inherited.filter(({ names }) => !known.has(names.join()))];
  const here: CompletedCommand = {
    path: path.join(' '),
    commands: children.map((child) => ({ name: child.name(), about: firstSentence(child.description()) })),
    options,
    args: command.registeredArguments.map(valueOfArgument),
  };
  // The options of the command that runs alone are not those of all others.
  const handedOn = path.length === 0 ? own : options;
  return [here, ...children.flatMap((child) => walk(child, [...path, child.name()], handedOn))];
}

function optionsOf(command: Command): CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      about: firstSentence(option.description),
      value: option.required || option.optional ? valueOfOption(option) : undefined,
      many: option.variadic,
    }));
}

function valueOfOption({ argChoices, flags }: Option): CompletedValue {
  return taken(argChoices, /[<[]([^\]>]+)/u.exec(flags)?.[1] ?? '');
}

function valueOfArgument(argument: Argument): CompletedValue {
  return taken(argument.argChoices, argument.name());
}

/** @param placeholder such as `dir`, `file`, or `work|pause` */
function taken(choices: readonly string[] | undefined, placeholder: string): CompletedValue {
  const words = choices ?? (placeholder.includes('|') ? placeholder.split('|') : undefined);
  if (words !== undefined) return { kind: 'words', words };
  if (/^(?:dir|folder)/u.test(placeholder)) return { kind: 'folder' };
  return { kind: /^(?:file|path)/u.test(placeholder) ? 'file' : 'other' };
}

/** Enough for a line in a menu. */
function firstSentence(text: string): string {
  return text.split(/[.;:(\n]/u)[0]?.trim() ?? '';
}
