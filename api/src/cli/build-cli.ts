import { Command } from 'commander';
import { VERSION } from '../server/version.js';
import type { CommandContext } from './command-context.js';
import { addBackup } from './commands/backup.command.js';
import { addCheckConfig } from './commands/check-config.command.js';
import { addCollectGarbage } from './commands/collect-garbage.command.js';
import { addMakeSecrets } from './commands/make-secrets.command.js';
import { addMigrate } from './commands/migrate.command.js';
import { addOrganization } from './commands/organization.command.js';
import { addRegistration } from './commands/registration.command.js';
import { addServe } from './commands/serve.command.js';
import { addTakeOverFiles } from './commands/take-over-files.command.js';

const AFTER = `
Settings come from the environment and from src/config/dev.json: see the API's README.

Exit codes: 0 done; 1 check-config found something wrong; 2 bad usage or settings, or it is not possible as things
stand; 4 a defect.`;

/** The command line of who runs a server. */
export function buildCli(context: CommandContext): Command {
  const cli = new Command('cairn-api')
    .description('Run a Cairn server, and look after it.')
    .version(VERSION)
    .option('--json', 'write results as JSON lines')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', AFTER);
  const commands = [addServe, addMigrate, addCheckConfig, addOrganization, addRegistration, addBackup];
  for (const add of [...commands, addCollectGarbage, addTakeOverFiles, addMakeSecrets]) add(cli, context);
  return cli;
}
