import type { Command } from 'commander';
import { serve } from '../../server/serve.js';
import type { CommandContext } from '../command-context.js';

/** `cairn-api serve` */
export function addServe(cli: Command, { env }: CommandContext): void {
  cli
    .command('serve')
    .description('serve the API until SIGTERM or SIGINT; the log goes to standard error')
    .action(() => serve(env));
}
