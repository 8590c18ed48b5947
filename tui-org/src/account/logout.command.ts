import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';

const EXAMPLES = `
Examples:
  cairn-org logout
  cairn-org logout --server https://cairn.example.org

Programs, inputs, proofs and verdicts that this machine keeps stay where they are.`;

/** `logout`: forgets the session of one server. */
export function addLogout(cli: Command, open: OpenWorkplace): void {
  cli
    .command('logout')
    .description("forget this machine's session")
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const { sessions, server, out } = await open(command);
      const forgotten = await sessions.forget();
      out.record({ loggedOut: forgotten, server: server.address.url });
      out.text(
        forgotten ? `Logged out of ${server.address.url}.` : `Nobody was logged in at ${server.address.url}.`,
      );
    });
}
