import { validateName } from '@cairn/shared-schema';
import type { ApiTokenFactsFragment } from '@cairn/shared-schema/org';
import { type Column, choiceOption, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { createApiToken, listApiTokens, readDays, revokeApiToken, SCOPES, scopeName } from './api-tokens.js';

interface CreateOptions {
  readonly name: string;
  readonly scope: (keyof typeof SCOPES)[];
  readonly days?: string;
}

const COLUMNS: readonly Column<ApiTokenFactsFragment>[] = [
  { title: 'TOKEN', value: ({ id }) => id },
  { title: 'NAME', value: ({ name }) => name, maxWidth: 30 },
  { title: 'MAY', value: ({ scopes }) => scopes.map(scopeName).join(' ') },
  { title: 'MADE', value: ({ createdAt }) => createdAt },
  { title: 'LAST USED', value: ({ lastUsedAt }) => lastUsedAt ?? 'never' },
  { title: 'ENDS', value: ({ expiresAt }) => expiresAt },
];

/** `token`: API tokens for scripts. */
export function addToken(cli: Command, open: OpenWorkplace): void {
  const token = cli
    .command('token')
    .description('make, list and end API tokens for scripts')
    .addHelpText(
      'after',
      `
Examples:
  cairn-org token create --name nightly --scope proofs:read --days 30
  cairn-org token list
  cairn-org token revoke 0192b3c4-… --yes

A token is shown once, when it is made. It may do what its scopes say, over HTTP: ${Object.keys(SCOPES).join(', ')}.`,
    );
  addCreate(token, open);
  addList(token, open);
  addRevoke(token, open);
}

function addCreate(token: Command, open: OpenWorkplace): void {
  token
    .command('create')
    .description('make a token, which is shown this once')
    .requiredOption('--name <text>', 'what it is for')
    .addOption(
      choiceOption('--scope <scopes...>', 'what it may do', Object.keys(SCOPES)).makeOptionMandatory(),
    )
    .option('--days <count>', 'how long it is valid: 1 to 366 (90 when left out)')
    .addHelpText(
      'after',
      '\nExample:\n  cairn-org token create --name nightly --scope proofs:read proofs:decide',
    )
    .action(async (options: CreateOptions, command: Command) => {
      const { server, out, say } = await open(command);
      const wish = {
        name: validateName(options.name, '--name'),
        scopes: options.scope.map((name) => SCOPES[name]),
        expiresInDays: options.days === undefined ? undefined : readDays(options.days, '--days'),
      };
      const made = await createApiToken(server, wish);
      out.record({ ...made.apiToken, token: made.token });
      say(`${made.token}\nKeep it secret: it is not shown again. It ends ${made.apiToken.expiresAt}.`);
    });
}

function addList(token: Command, open: OpenWorkplace): void {
  token
    .command('list')
    .description('list the tokens that are valid')
    .addHelpText('after', '\nExample:\n  cairn-org token list --json | jq .id')
    .action(async (_options: object, command: Command) => {
      const { server, out } = await open(command);
      const tokens = await listApiTokens(server);
      for (const one of tokens) out.record(one);
      out.text(tokens.length > 0 ? formatTable(COLUMNS, tokens) : 'No tokens.');
    });
}

function addRevoke(token: Command, open: OpenWorkplace): void {
  token
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'id of the token, as `cairn-org token list` shows it')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org token revoke 0192b3c4-… --yes')
    .action(async (id: string, { yes }: { yes?: boolean }, command: Command) => {
      const { server, terminal, out, say } = await open(command);
      await askFirst(terminal, `End the token ${id}? Scripts that use it are refused from now on.`, yes);
      await revokeApiToken(server, id);
      out.record({ id, revoked: true });
      say(`The token ${id} is ended.`);
    });
}
