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
      const { sessions, server, out, say } = await open(command);
      const session = await sessions.read().catch(() => undefined);
      const forgotten = await sessions.forget();
      const { url } = server.address;
      const validUntil = session?.refreshToken.expiresAt ?? null;
      out.record({ loggedOut: forgotten, server: url, validUntil });
      say(forgotten ? `Logged out of ${url}.` : `Nobody was logged in at ${url}.`);
      if (validUntil) say(`Whoever has a copy of the session can use it until ${validUntil}.`);
    });
}
