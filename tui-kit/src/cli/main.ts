import type { Command } from 'commander';
import type { CliContext } from './cli-context.js';
import { reportError } from './report-error.js';
import { runCli } from './run-cli.js';

/** The whole of a `bin` file: runs the program on the process's own arguments and sets the exit code. */
export async function main(build: (context: CliContext) => Command): Promise<void> {
  // A reader that goes away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.on('uncaughtException', (error) => {
    const { text, exitCode } = reportError(error, process.env);
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  });
  process.exitCode = await runCli(build, process.argv.slice(2));
}
