import type { Command } from 'commander';
import { formatSecrets, randomSecrets } from '../../config/stored-secrets.js';
import type { CommandContext } from '../command-context.js';

/** `cairn-api make-secrets` */
export function addMakeSecrets(cli: Command, { world }: CommandContext): void {
  cli
    .command('make-secrets')
    .description('print new secrets as JSON, for CAIRN_SECRETS_FILE or CAIRN_SECRETS; they are kept nowhere')
    .action(() => {
      world.stdout.write(formatSecrets(randomSecrets()));
    });
}
