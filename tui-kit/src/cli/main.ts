import type { Command } from 'commander';
import type { CliContext } from './cli-context.js';
import { reportError } from './report-error.js';
import { runCli } from './run-cli.js';

/** The whole of a `bin` file: runs the program on the process's own arguments and sets the exit code. */
export async function main(build: (context: CliContext) => Command): Promise<void> {
  // A reader that goes away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    passOverClosedTerminal(error);
  });
  process.stderr.on('error', passOverClosedTerminal);
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EIO' && error === process.stdin.errored) return;
    const { text, exitCode } = reportError(error, process.env);
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  });
  process.exitCode = await runCli(build, process.argv.slice(2));
}

/** After its terminal was closed the program still ends in order, by SIGHUP, though nobody reads what it writes. */
function passOverClosedTerminal(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EIO') throw error;
}
