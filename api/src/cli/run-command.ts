import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type Command, CommanderError } from 'commander';
import { buildCli } from './build-cli.js';
import type { CliWorld } from './cli-world.js';
import { CommandContext } from './command-context.js';
import { ExitCode } from './exit-code.js';
import { reportError } from './report-error.js';

/**
 * Runs one command, and turns whatever it throws into a message and an exit code.
 * @param argv - the arguments after the name of the program.
 */
export async function runCommand(argv: readonly string[], world: CliWorld): Promise<ExitCode> {
  const context = new CommandContext(world);
  const program = buildCli(context);
  prepare(program, world);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return ExitCode.ok;
    const { exitCode, code, message } = reportError(error);
    world.stderr.write(`cairn-api: ${sanitizeForTerminal(message, { keepLines: true })}\n`);
    if (argv.includes('--json')) world.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    return exitCode;
  }
}

/** Lets commander throw instead of exiting, and keeps its own error texts off the screen: they are told once. */
function prepare(command: Command, world: CliWorld): void {
  command.exitOverride();
  command.configureOutput({
    writeOut: (text) => world.stdout.write(text),
    writeErr: (text) => world.stderr.write(text),
    outputError: () => {},
  });
  for (const child of command.commands) prepare(child, world);
}
