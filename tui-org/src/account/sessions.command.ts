import type { LiveSessionFactsFragment } from '@cairn/shared-schema/org';
import { type Column, formatNumberOf, formatTable, NothingToDoError, UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { listSessions, networkName, revokeOtherSessions, revokeSession } from './live-sessions.js';

const COLUMNS: readonly Column<LiveSessionFactsFragment>[] = [
  { title: 'SESSION', value: ({ id }) => id },
  { title: '', value: ({ current }) => (current ? 'this one' : '') },
  { title: 'BEGUN', value: ({ createdAt }) => createdAt },
  { title: 'LAST USED', value: ({ lastUsedAt }) => lastUsedAt ?? 'never' },
  { title: 'NETWORK', value: networkName },
  { title: 'ENDS', value: ({ expiresAt }) => expiresAt },
];

const EXAMPLES = `
Examples:
  cairn-org sessions
  cairn-org sessions revoke 3f9c0a7be1d25846
  cairn-org sessions revoke --others --yes

A session is somebody's log-in. The server keeps no addresses: NETWORK says whether it was begun from the network that
asks now. The last hundred are listed.`;

/** `sessions`: who is logged in to the account, and ending that. */
export function addSessions(cli: Command, open: OpenWorkplace): void {
  const sessions = cli
    .command('sessions')
    .description('list who is logged in to the account, and end sessions')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const { server, out } = await open(command);
      const listed = await listSessions(server);
      for (const one of listed) out.record(one);
      out.text(formatTable(COLUMNS, listed));
    });
  sessions
    .command('revoke')
    .description('end a session at once, or all but this one')
    .argument('[id]', 'id of the session, as `cairn-org sessions` shows it')
    .option('--others', 'every session but this one')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org sessions revoke --others --yes')
    .action(async (id: string | undefined, options: RevokeOptions, command: Command) => {
      if ((id === undefined) === (options.others !== true)) {
        throw new UsageError(
          id === undefined ? 'no session is named' : 'both a session and --others are named',
          {
            expected: 'the id of a session, or --others',
          },
        );
      }
      const place = await open(command);
      await (id === undefined ? revokeOthers(place, options) : revokeOne(place, id, options));
    });
}

interface RevokeOptions {
  readonly others?: true;
  readonly yes?: true;
}

async function revokeOne({ server, terminal, out, say }: Workplace, id: string, { yes }: RevokeOptions) {
  const found = (await listSessions(server)).find((one) => one.id === id);
  if (found?.current) {
    throw new UsageError(`${id} is the session that asks`, {
      expected: 'another session of the account',
      help: 'run `cairn-org logout` to end this one',
    });
  }
  await askFirst(terminal, `End the session ${id}? Whoever uses it has to log in again.`, yes);
  await revokeSession(server, id);
  out.record({ id, revoked: true });
  say(`The session ${id} is ended.`);
}

async function revokeOthers({ server, terminal, out, say }: Workplace, { yes }: RevokeOptions) {
  const others = (await listSessions(server)).filter(({ current }) => !current).length;
  if (others === 0) {
    throw new NothingToDoError(
      'this is the only session of the account',
      'scripts are ended by `cairn-org token revoke`, this session by `cairn-org logout`',
    );
  }
  const shown = formatNumberOf(others, 'other session');
  await askFirst(terminal, `End ${shown}? Whoever uses them has to log in again.`, yes);
  const ended = await revokeOtherSessions(server);
  out.record({ revokedSessions: ended });
  say(`${formatNumberOf(ended, 'other session')} ended.`);
}
