import { formatNumberOf } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { changePassword } from './change-password.js';
import { readPassword } from './read-password.js';

const EXAMPLES = `
Examples:
  cairn-org password
  CAIRN_PASSWORD=… CAIRN_NEW_PASSWORD=… cairn-org password --json

Both passwords are asked for without echo, or taken from CAIRN_PASSWORD and CAIRN_NEW_PASSWORD; they are never arguments.
Every other session of the account ends; API tokens stay.`;

/** `password`: gives the account another password. */
export function addPassword(cli: Command, open: OpenWorkplace): void {
  cli
    .command('password')
    .description('change the password; ends every other session')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const place = await open(command);
      const { terminal, env, out, say } = place;
      await place.server.session();
      const current = await readPassword({ terminal, env });
      const next = await readPassword({ terminal, env, repeat: true, isNew: true });
      const endedSessions = await changePassword(place, current, next);
      out.record({ passwordChanged: true, endedSessions });
      say(`The password is changed; ${formatNumberOf(endedSessions, 'other session')} ended.`);
    });
}
