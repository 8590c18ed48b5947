import type { CliContext } from '@cairn/tui-kit';
import { Command } from 'commander';
import { MODES } from '../work/mode.js';
import { runCommand } from './run-command.js';
import type { RunFlags } from './run-flags.js';

/** The commands of `cairn-donor`. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('cairn-donor').description(
    'Donates computing power: executes and proves Cairo programs.',
  );
  program
    .command('run')
    .description('reserve, execute, prove and hand in work until none is left')
    .option('--server <url>', 'the server to work for (PROGRAM_DISTRIBUTOR_URL)')
    .option('--program <id>', 'work for this program only')
    .option('--organization <id>', 'work for this organization only')
    .option('--count <n>', 'end after so many accepted proofs and executions')
    .option('--mode <mode>', `what to do: ${MODES.join(', ')}`, 'auto')
    .option('--cpus <number>', 'how many CPUs to use, such as 1.5 (EXECUTOR_CPUS; else all but one)')
    .option(
      '--max-memory <size>',
      'memory that proving may take, such as 4G (else three quarters of the machine)',
    )
    .option('--max-steps <n>', "steps after which a program is given up (else the program's own limit)")
    .option('--data-dir <dir>', 'where to keep the place in the work')
    .option('--wait', 'go on asking when no work is left')
    .option('--no-wait', 'end when no work is left (default)')
    .option('--forget-failures', 'try again what was given up earlier')
    .option('--json', 'print events as JSON lines')
    .action((flags: RunFlags) => runCommand(flags, context));
  return program;
}
