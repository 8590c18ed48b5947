import type { Command } from 'commander';
import { describeFiles } from '../../config/describe-files.js';
import { describePlace } from '../../config/describe-place.js';
import { openUnclaimed } from '../../ownership/open-stores.js';
import { takeOverFiles } from '../../ownership/take-over-files.js';
import type { CommandContext } from '../command-context.js';
import { withStores } from '../with-stores.js';

/** `cairn-api take-over-files` */
export function addTakeOverFiles(cli: Command, context: CommandContext): void {
  cli
    .command('take-over-files')
    .description('give the file store to this database, for good, when another one has it or it was emptied')
    .option('--yes', 'do not ask')
    .action(async (_options: object, command: Command) => {
      const run = async ({ config, ...stores }: Parameters<Parameters<typeof withStores>[1]>[0]) => {
        await context.confirm(
          command,
          `Give ${describeFiles(config.files, config.dataDir)} to ${describePlace(config.database)}? Every file in it that this database does not name is deleted from then on, and the database that had it loses it.`,
        );
        const done = await takeOverFiles(stores.database, stores.files);
        context.tell(
          command,
          done,
          `The file store belonged to ${done.from ?? 'nobody'} and now belongs to the database ${done.to}. Start the servers of this database again, and stop those of the other.`,
        );
      };
      await withStores(context.env, run, openUnclaimed);
    });
}
