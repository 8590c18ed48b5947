import { parseArgs } from 'node:util';
import { checkCommand } from './check-command.js';
import { type Command, type OptionValues, type Terminal, UsageError } from './command.js';
import { drawCommand } from './draw-command.js';
import { expectedCommand } from './expected-command.js';
import { inputsCommand } from './inputs-command.js';
import { solveCommand } from './solve-command.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  inputs: inputsCommand,
  solve: solveCommand,
  draw: drawCommand,
  check: checkCommand,
  expected: expectedCommand,
};

/** Runs one command line. @returns the exit code: 0 done, 1 a check failed, 2 bad usage or input */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.stdout.write(help());
    return 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      throw new UsageError(
        `There is no command ${JSON.stringify(name)}, expected one of ${Object.keys(COMMANDS).join(', ')}.`,
      );
    }
    return await command.run(readOptions(command, rest), terminal);
  } catch (error) {
    if (!isForTheUser(error)) throw error;
    terminal.stderr.write(`${error.message}\n${error instanceof UsageError ? 'See --help.\n' : ''}`);
    return 2;
  }
}

function readOptions(command: Command, args: string[]): OptionValues {
  const valued = Object.keys(command.options).map((name) => [name, { type: 'string' as const }]);
  const flags = (command.flags ?? []).map((name) => [name, { type: 'boolean' as const }]);
  try {
    return parseArgs({ args, options: Object.fromEntries([...valued, ...flags]) }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Bad usage, bad input, or a file that cannot be read or written. Anything else is a defect. */
function isForTheUser(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof RangeError ||
    (error instanceof Error && 'syscall' in error)
  );
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { options, flags, summary }]) => {
    const valued = Object.entries(options).map(([option, value]) => `--${option} ${value}`);
    const all = [...valued, ...(flags ?? []).map((flag) => `[--${flag}]`)].join(' ');
    return `  ${name} ${all}\n      ${summary}\n`;
  });
  return `HP protein folding: inputs, checks and drawings for the sample program.\n\n${lines.join('')}`;
}
