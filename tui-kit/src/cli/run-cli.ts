import { type Command, CommanderError } from 'commander';
import { ExitCode } from '../errors/exit-code.js';
import { UsageError } from '../errors/usage-error.js';
import { CliContext, type CliWorld } from './cli-context.js';
import { interruptSignal } from './interrupt-signal.js';
import { reportError } from './report-error.js';

/**
 * Builds a commander program, runs it, and turns whatever it throws into a message and an exit code. This is the only
 * place that does so; it never ends the process itself (only a second Ctrl-C does).
 * @param build makes the program; its actions use the context that it is given
 * @param argv the arguments after the name of the program
 */
export async function runCli(
  build: (context: CliContext) => Command,
  argv: readonly string[],
  world: CliWorld = process,
): Promise<ExitCode> {
  const interrupt = interruptSignal();
  const context = new CliContext(world, interrupt.signal);
  const program = build(context);
  prepare(program, world);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return context.exitCode ?? ExitCode.ok;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return ExitCode.ok;
    const reported = reportError(error instanceof CommanderError ? usageError(error) : error, world.env);
    world.stderr.write(`${reported.text}\n`);
    if (argv.includes('--json')) world.stdout.write(`${reported.json}\n`);
    return reported.exitCode;
  } finally {
    interrupt.dispose();
  }
}

/** Lets commander throw instead of exiting, and keeps its own error texts off the screen: we print them once. */
function prepare(command: Command, world: CliWorld): void {
  command.exitOverride();
  command.configureOutput({
    writeOut: (text) => world.stdout.write(text),
    writeErr: (text) => world.stderr.write(text),
    outputError: () => {},
  });
  for (const child of command.commands) prepare(child, world);
}

function usageError(error: CommanderError): UsageError {
  if (error.code === 'commander.help')
    return new UsageError('no command was given', { help: 'choose one of those above' });
  const message = error.message.replace(/^error: /u, '').replace(/\n/gu, ' ');
  return new UsageError(message, { help: 'run it with --help to see what it takes', cause: error });
}
