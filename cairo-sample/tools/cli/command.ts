import type { parseArgs } from 'node:util';

/** What a command may use of its process. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
  readonly env: NodeJS.ProcessEnv;
}

/** Values of the options that were given, by name. */
export type OptionValues = ReturnType<typeof parseArgs>['values'];

/** One command: its options, what it is for, what it does. */
export interface Command {
  /** Options with a value, by the word that stands for it in the help. */
  readonly options: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  readonly summary: string;
  /** @returns the exit code */
  run(values: OptionValues, terminal: Terminal): Promise<number>;
}

/** The command line is wrong: says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The value of an option that must be there. @throws UsageError when it is not */
export function required(values: OptionValues, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new UsageError(`The option --${name} is missing.`);
  return value;
}

/** The value of an option that must be a whole number. @throws UsageError when it is missing or none */
export function requiredNumber(values: OptionValues, name: string): number {
  const text = required(values, name);
  if (!/^[0-9]{1,9}$/u.test(text)) {
    throw new UsageError(`--${name} is ${JSON.stringify(text)}, expected a whole number.`);
  }
  return Number(text);
}
