import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { logOut } from './log-out.js';

const EXAMPLES = `
Examples:
  cairn-org logout
  cairn-org logout --server https://cairn.example.org

Programs, inputs, proofs and verdicts that this machine keeps stay where they are.`;

/** `logout`: ends the session of one server. */
export function addLogout(cli: Command, open: OpenWorkplace): void {
  cli
    .command('logout')
    .description("end this machine's session")
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const place = await open(command);
      const { server, out, say } = place;
      const { forgotten, validUntil } = await logOut(place);
      const { url } = server.address;
      out.record({ loggedOut: forgotten, server: url, validUntil });
      say(forgotten ? `Logged out of ${url}.` : `Nobody was logged in at ${url}.`);
      if (validUntil) {
        say(
          `The server could not be told: whoever has a copy of the session can use it until ${validUntil}.`,
        );
      }
    });
}
