import type { Command } from 'commander';
import { describeFiles } from '../../config/describe-files.js';
import { describePlace } from '../../config/describe-place.js';
import { collectGarbage } from '../../storage/collect-garbage.js';
import type { CommandContext } from '../command-context.js';
import { withStores } from '../with-stores.js';

/** `cairn-api collect-garbage` */
export function addCollectGarbage(cli: Command, context: CommandContext): void {
  cli
    .command('collect-garbage')
    .description(
      'remove stored files that no row names and that were put more than an hour ago (serve does it every hour)',
    )
    .option('--yes', 'do not ask')
    .action(async (_options: object, command: Command) => {
      await withStores(context.env, async ({ config, database, files }) => {
        await context.confirm(
          command,
          `Remove every file in ${describeFiles(config.files, config.dataDir)} that ${describePlace(config.database)} does not name?`,
        );
        const removed = await collectGarbage(database.em.fork(), files);
        context.tell(command, { removed }, `Removed ${removed} file${removed === 1 ? '' : 's'}.`);
      });
    });
}
