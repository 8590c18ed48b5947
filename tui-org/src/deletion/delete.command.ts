import { nameKey } from '@cairn/shared-schema';
import type { InputGroupState } from '@cairn/shared-schema/org';
import { ClientError, choiceOption, formatNumberOf, NothingToDoError, UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { readPassword } from '../account/read-password.js';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { GROUP_STATES } from '../inputs/group-states.js';
import { type ListedGroup, listGroups } from '../inputs/list-groups.js';
import { findProgram } from '../programs/find-program.js';
import { accountLoss, askAccountLoss, deleteAccount } from './delete-account.js';
import { deleteInputGroups, groupsLoss } from './delete-input-groups.js';
import { deleteProgram, programLoss } from './delete-program.js';

interface Yes {
  readonly yes?: boolean;
}

interface InputsOptions extends Yes {
  readonly state?: InputGroupState;
  readonly all?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org delete inputs "HP folding" --state failed
  cairn-org delete program "HP folding"
  cairn-org delete account --yes

It says what will be lost and asks, unless --yes is given. What this machine keeps stays where it is.`;

/** `delete`: takes input groups, a program or the account from the server. */
export function addDelete(cli: Command, open: OpenWorkplace): void {
  const remove = cli
    .command('delete')
    .description('delete input groups, a program or the account at the server')
    .addHelpText('after', EXAMPLES);
  addDeleteProgram(remove, open);
  addDeleteInputs(remove, open);
  addDeleteAccount(remove, open);
}

function addDeleteProgram(remove: Command, open: OpenWorkplace): void {
  remove
    .command('program')
    .description('delete a program with its input groups, proofs and results')
    .argument('<program>', 'id or name of your program')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org delete program "HP folding"')
    .action(async (name: string, { yes }: Yes, command: Command) => {
      const { server, terminal, out, say } = await open(command);
      const program = await findProgram(server, name);
      await askFirst(terminal, programLoss(program), yes);
      await deleteProgram(server, program.id);
      out.record({ deleted: 'program', id: program.id, name: program.name, lost: program.groupCounts });
      say(`${program.name} is deleted.`);
    });
}

function addDeleteInputs(remove: Command, open: OpenWorkplace): void {
  remove
    .command('inputs')
    .description('delete input groups with their proofs and results')
    .argument('<program>', 'id or name of your program')
    .argument('[groups...]', 'names or ids of input groups')
    .addOption(choiceOption('--state <state>', 'in place of names: all in this state', GROUP_STATES))
    .option('--all', 'in place of names: all input groups of the program')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org delete inputs "HP folding" HPPH-EE HPPH-EN --yes')
    .action(async (name: string, names: string[], options: InputsOptions, command: Command) => {
      const { state } = options;
      if ([names.length > 0, state !== undefined, options.all === true].filter(Boolean).length !== 1) {
        throw new UsageError('it is not clear which input groups are meant', {
          expected: 'names or ids, or --state, or --all',
        });
      }
      const { server, terminal, out, say } = await open(command);
      const program = await findProgram(server, name);
      const groups = choose(await listGroups(server, program.id, state), names, state);
      await askFirst(terminal, groupsLoss(groups), options.yes);
      await deleteInputGroups(
        server,
        groups.map(({ id }) => id),
      );
      for (const group of groups)
        out.record({ deleted: 'inputGroup', id: group.id, name: group.name, state: group.state });
      say(`${formatNumberOf(groups.length, 'input group')} deleted.`);
    });
}

/**
 * The input groups of these names or ids; all where none are given.
 * @throws NothingToDoError when there is none; ClientError INPUT_GROUP_NOT_FOUND
 */
function choose(
  groups: readonly ListedGroup[],
  names: readonly string[],
  state: InputGroupState | undefined,
): ListedGroup[] {
  if (names.length === 0) {
    if (groups.length > 0) return [...groups];
    const what =
      state === undefined ? 'the program has no input groups' : `no input group is ${state.toLowerCase()}`;
    throw new NothingToDoError(what, '`cairn-org inputs PROGRAM` lists them');
  }
  const chosen = names.map((name) => {
    const named = groups.find((one) => nameKey(one.name) === nameKey(name));
    const group = named ?? groups.find(({ id }) => id === name);
    if (group !== undefined) return group;
    throw new ClientError(`there is no input group ${JSON.stringify(name)}`, {
      code: 'INPUT_GROUP_NOT_FOUND',
      expected: 'names or ids of input groups of this program; nothing was deleted',
      help: '`cairn-org inputs PROGRAM` lists them',
    });
  });
  return [...new Set(chosen)];
}

function addDeleteAccount(remove: Command, open: OpenWorkplace): void {
  remove
    .command('account')
    .description('delete the account with all its programs and results')
    .option('--password-stdin', 'read the password from standard input (needs --yes)')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org delete account')
    .action(async (options: Yes & { passwordStdin?: boolean }, command: Command) => {
      const place = await open(command);
      const { server, terminal, env, out, say } = place;
      const { organization } = await server.session();
      const password = await readPassword({ terminal, env, fromStdin: options.passwordStdin });
      await askFirst(
        terminal,
        accountLoss(organization.name, await askAccountLoss(server, password)),
        options.yes,
      );
      const lost = await deleteAccount(place, password);
      out.record({ ...lost, deleted: 'account', organization });
      say(`The account of ${organization.name} is deleted.`);
    });
}
