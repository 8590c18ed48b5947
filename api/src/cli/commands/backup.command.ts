import type { Command } from 'commander';
import { backUp } from '../../backup/back-up.js';
import { restore } from '../../backup/restore.js';
import { describePlace } from '../../config/describe-place.js';
import { loadConfig } from '../../config/load-config.js';
import { openFileStore } from '../../files/open-file-store.js';
import { refuseAnothersFiles } from '../../ownership/check-ownership.js';
import type { CommandContext } from '../command-context.js';

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
      const manifest = await refuseAnothersFiles(files, config)
        .then(() => backUp(config, files, wish))
        .finally(() => files.close());
      const lacking = manifest.missing.length === 0 ? '' : `; ${manifest.missing.length} are missing`;
      context.tell(
        command,
        manifest,
        `Backed up ${describePlace(config.database)} and ${manifest.files} files into ${folder}${lacking}. Whoever can read it can act as the server: it holds its secrets.`,
      );
    });
  cli
    .command('restore <folder>')
    .description('put a backup into an empty data folder and a new database, which gets a new identity')
    .option('--take-over-files', 'also into a file store that belongs to another database, which loses it')
    .action(async (folder: string, options: { takeOverFiles?: boolean }, command: Command) => {
      const manifest = await restore(context.env, folder, {
        openFiles: ({ files, dataDir }) => openFileStore(files, dataDir),
        takeOver: options.takeOverFiles === true,
      });
      context.tell(
        command,
        manifest,
        `Restored the backup of ${manifest.createdAt}: ${manifest.files} files.`,
      );
    });
}
