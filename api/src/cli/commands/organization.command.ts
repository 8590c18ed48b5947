import type { Command } from 'commander';
import { organizationUsage } from '../../operator/organization-usage.js';
import { restoreOrganization } from '../../operator/restore-organization.js';
import { type Quotas, setQuotas } from '../../operator/set-quotas.js';
import { suspendOrganization } from '../../operator/suspend-organization.js';
import { asOperator } from '../as-operator.js';
import type { CommandContext } from '../command-context.js';
import { CommandError } from '../command-error.js';
import { describeUsage } from '../describe-usage.js';
import { parseAmount } from '../parse-amount.js';

const WHICH = 'its id or user name';

/** `cairn-api organization list`, `show`, `suspend`, `restore` and `quota` */
export function addOrganization(cli: Command, context: CommandContext): void {
  const group = cli.command('organization').description('see, suspend, restore and bound organizations');
  addList(group, context);
  addSuspend(group, context);
  addRestore(group, context);
  addQuota(group, context);
}

function addList(group: Command, context: CommandContext): void {
  const show = async (command: Command, organization?: string) => {
    const organizations = await asOperator(context.env, (ctx) => organizationUsage(ctx, { organization }));
    const lines = organizations.map(describeUsage);
    context.tell(command, { organizations }, lines.length === 0 ? 'There is no organization.' : lines);
  };
  group
    .command('list')
    .description('all organizations: what they have, what they may have, whether they are suspended')
    .action((_options: object, command: Command) => show(command));
  group
    .command('show <organization>')
    .description(`one organization, by ${WHICH}`)
    .action((name: string, _options: object, command: Command) => show(command, name));
}

function addSuspend(group: Command, context: CommandContext): void {
  group
    .command('suspend <organization>')
    .description(
      `suspend an organization, by ${WHICH}: its sessions end at once, and its programs get no new reservations`,
    )
    .option('--reason <text>', 'told to the organization')
    .option('--yes', 'do not ask')
    .action(async (organization: string, { reason }: { reason?: string }, command: Command) => {
      await context.confirm(command, `Suspend ${organization}, and end its sessions?`);
      const done = await asOperator(context.env, (ctx) => suspendOrganization(ctx, { organization, reason }));
      context.tell(command, done, `Suspended ${done.id}; ${done.sessionsEnded} session(s) ended.`);
    });
}

function addRestore(group: Command, context: CommandContext): void {
  group
    .command('restore <organization>')
    .description(`end the suspension of an organization, by ${WHICH}`)
    .action(async (organization: string, _options: object, command: Command) => {
      const done = await asOperator(context.env, (ctx) => restoreOrganization(ctx, { organization }));
      const text = done.wasSuspended ? `Restored ${done.id}.` : `${done.id} was not suspended.`;
      context.tell(command, done, text);
    });
}

function addQuota(group: Command, context: CommandContext): void {
  group
    .command('quota <organization>')
    .description(`set what an organization may have, by ${WHICH}; nothing that it has is deleted`)
    .option('--storage <bytes>', 'such as 20GiB, unlimited, or default', (text) => parseAmount(text, 'bytes'))
    .option('--executions <bytes>', "that donors' executions may take: as for --storage", (text) =>
      parseAmount(text, 'bytes'),
    )
    .option('--groups <count>', 'input groups: a number, unlimited, or default', (text) =>
      parseAmount(text, 'count'),
    )
    .action(async (organization: string, options: QuotaOptions, command: Command) => {
      const { storage, executions, groups } = options;
      if (storage === undefined && executions === undefined && groups === undefined)
        throw new CommandError(
          'Nothing was to be changed.',
          'Say --storage, --executions, --groups, or several of them.',
        );
      const quotas: Quotas = {
        organization,
        ...(storage === undefined ? {} : { storageBytes: storage }),
        ...(executions === undefined ? {} : { executionBytes: executions }),
        ...(groups === undefined ? {} : { inputGroups: groups }),
      };
      const [now] = await asOperator(context.env, async (ctx) => {
        const id = await setQuotas(ctx, quotas);
        // Read by a manager that has seen nothing yet.
        return organizationUsage({ ...ctx, em: ctx.database.em.fork() }, { organization: id });
      });
      if (now === undefined) throw new Error('The organization is gone.');
      context.tell(command, now, describeUsage(now));
    });
}

interface QuotaOptions {
  storage?: number | null;
  executions?: number | null;
  groups?: number | null;
}
