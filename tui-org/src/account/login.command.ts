import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { logIn } from './log-in.js';
import { readPassword } from './read-password.js';
import { saySignedIn } from './signed-in.js';

interface LoginOptions {
  readonly username: string;
  readonly passwordStdin?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org login --username lab
  cairn-org login --username lab --server https://cairn.example.org --password-stdin < password.txt

The session is kept in a file that only you can read, one for each server, and renewed without asking.`;

/** `login`: begins a session that later commands use. */
export function addLogin(cli: Command, open: OpenWorkplace): void {
  cli
    .command('login')
    .description('log in; later commands use the session')
    .requiredOption('--username <name>', 'name that was registered')
    .option('--password-stdin', 'read the password from standard input')
    .addHelpText('after', EXAMPLES)
    .action(async ({ username, passwordStdin }: LoginOptions, command: Command) => {
      const place = await open(command);
      const { terminal, env } = place;
      const password = await readPassword({ terminal, env, fromStdin: passwordStdin });
      saySignedIn(place, await logIn(place, username, password), 'logged in');
    });
}
