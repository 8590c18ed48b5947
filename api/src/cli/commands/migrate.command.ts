import type { Command } from 'commander';
import { loadConfig } from '../../config/load-config.js';
import { openDatabase } from '../../database/open-database.js';
import type { CommandContext } from '../command-context.js';

/** `cairn-api migrate` */
export function addMigrate(cli: Command, context: CommandContext): void {
  cli
    .command('migrate')
    .description('make the database where it is missing, and bring its tables up to date (serve does it too)')
    .action(async (_options: object, command: Command) => {
      const { database: place } = await loadConfig(context.env);
      let migrations: string[] = [];
      const database = await openDatabase(place, (ran) => {
        migrations = ran;
      });
      await database.close(true);
      const text =
        migrations.length === 0 ? 'The tables were up to date.' : `Migrated: ${migrations.join(', ')}.`;
      context.tell(command, { migrations }, text);
    });
}
