import type { Command } from 'commander';
import { backUp } from '../../backup/back-up.js';
import { restore } from '../../backup/restore.js';
import { loadConfig } from '../../config/load-config.js';
import { openFileStore } from '../../files/open-file-store.js';
import type { CommandContext } from '../command-context.js';
import { describePlace } from '../describe-place.js';

/** `cairn-api backup` and `restore` */
export function addBackup(cli: Command, context: CommandContext): void {
  cli
    .command('backup <folder>')
    .description(
      'write rows, files and secrets into a new folder, also while the server works; dev.json is not among it',
    )
    .option('--allow-missing', 'go on although files are missing that rows name')
    .action(async (folder: string, options: { allowMissing?: boolean }, command: Command) => {
      const config = await loadConfig(context.env);
      const files = await openFileStore(config.files, config.dataDir);
      const wish = { folder, allowMissing: options.allowMissing === true };
      const manifest = await backUp(config, files, wish).finally(() => files.close());
      const lacking = manifest.missing.length === 0 ? '' : `; ${manifest.missing.length} are missing`;
      context.tell(
        command,
        manifest,
        `Backed up ${describePlace(config.database)} and ${manifest.files} files into ${folder}${lacking}. Whoever can read it can act as the server: it holds its secrets.`,
      );
    });
  cli
    .command('restore <folder>')
    .description('put a backup into an empty data folder and a new database')
    .action(async (folder: string, _options: object, command: Command) => {
      const manifest = await restore(context.env, folder, ({ files, dataDir }) =>
        openFileStore(files, dataDir),
      );
      context.tell(
        command,
        manifest,
        `Restored the backup of ${manifest.createdAt}: ${manifest.files} files.`,
      );
    });
}
