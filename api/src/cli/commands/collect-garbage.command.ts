import type { Command } from 'commander';
import { describeFiles } from '../../config/describe-files.js';
import { describePlace } from '../../config/describe-place.js';
import { SqlClock } from '../../database/database-clock.js';
import { mendCounts } from '../../input-group/counts/mend-counts.js';
import { mendOwners } from '../../proof/mend-owners.js';
import { collectGarbage } from '../../storage/collect-garbage.js';
import { dropDeadUploads } from '../../upload/drop-dead-uploads.js';
import type { CommandContext } from '../command-context.js';
import { withStores } from '../with-stores.js';

/** `cairn-api collect-garbage` */
export function addCollectGarbage(cli: Command, context: CommandContext): void {
  cli
    .command('collect-garbage')
    .description(
      'remove stored files that no row names and that were put more than an hour ago, and what is left of uploads that nobody goes on with (serve does it every hour); count the input groups of each program anew',
    )
    .option('--yes', 'do not ask')
    .action(async (_options: object, command: Command) => {
      await withStores(context.env, async ({ config, database, files }) => {
        await context.confirm(
          command,
          `Remove every file in ${describeFiles(config.files, config.dataDir)} that ${describePlace(config.database)} does not name?`,
        );
        const unfinished = await dropDeadUploads({ database, clock: new SqlClock(), files });
        const removed = await collectGarbage(database.em.fork(), files);
        const mended = await mendCounts({ database });
        await mendOwners({ database });
        const done = `Removed ${amount(removed, 'file')} and ${amount(unfinished, 'unfinished upload')}.`;
        const counts =
          mended === 0 ? '' : ` Mended the counts of input groups of ${amount(mended, 'program')}.`;
        context.tell(command, { removed, unfinished, mended }, `${done}${counts}`);
      });
    });
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
