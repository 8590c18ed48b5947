import { DESCRIPTION_RULE, USERNAME_RULE, validateName, validateText } from '@cairn/shared-schema';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { readPassword } from './read-password.js';
import { registerAccount } from './register-account.js';
import { saySignedIn } from './signed-in.js';

interface RegisterOptions {
  readonly username: string;
  readonly name: string;
  readonly description: string;
  readonly passwordStdin?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org register --username lab --name "Folding Lab" --description "Lattice models of proteins"
  cairn-org register --username lab --name "Folding Lab" --password-stdin < password.txt

The password is asked for without echo, or taken from CAIRN_PASSWORD or standard input; it is never an argument.`;

/** `register`: makes an account for an organization and logs in. */
export function addRegister(cli: Command, open: OpenWorkplace): void {
  cli
    .command('register')
    .description('make an account for an organization, and log in')
    .requiredOption('--username <name>', 'name to log in with')
    .requiredOption('--name <text>', "the organization's public name")
    .option('--description <text>', 'what the organization does, for donors', '')
    .option('--password-stdin', 'read the password from standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (options: RegisterOptions, command: Command) => {
      const place = await open(command);
      const facts = {
        username: validateText(options.username, '--username', USERNAME_RULE),
        name: validateName(options.name, '--name'),
        description: validateText(options.description, '--description', DESCRIPTION_RULE),
      };
      const { terminal, env } = place;
      const password = await readPassword({ terminal, env, fromStdin: options.passwordStdin, repeat: true });
      saySignedIn(place, await registerAccount(place, { ...facts, password }), 'registered');
    });
}
