import type { InputGroupState } from '@cairn/shared-schema/org';
import { type Column, choiceOption, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { findProgram } from '../programs/find-program.js';
import { GROUP_STATES } from './group-states.js';
import { type ListedGroup, listGroups } from './list-groups.js';

const EXAMPLES = `
Examples:
  cairn-org inputs "HP folding"
  cairn-org inputs "HP folding" --state failed --json`;

const COLUMNS: readonly Column<ListedGroup & { readonly kept: boolean }>[] = [
  { title: 'NAME', value: (group) => group.name, maxWidth: 40 },
  { title: 'STATE', value: (group) => group.state.toLowerCase() },
  { title: 'VALUES', align: 'right', value: (group) => group.valueCount },
  { title: 'ATTEMPTS', align: 'right', value: (group) => group.attempts },
  { title: 'REJECTED', align: 'right', value: (group) => group.rejections.length },
  { title: 'KEPT HERE', value: (group) => (group.kept ? 'yes' : 'no') },
  { title: 'ID', value: (group) => group.id },
];

/** `inputs`: the input groups of a program and how far each is. */
export function addInputs(cli: Command, open: OpenWorkplace): void {
  cli
    .command('inputs')
    .description('list the input groups of a program')
    .argument('<program>', 'id or name of your program')
    .addOption(choiceOption('--state <state>', 'only those in this state', GROUP_STATES))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, { state }: { state?: InputGroupState }, command: Command) => {
      const { server, inputs, out } = await open(command);
      const program = await findProgram(server, name);
      const known = await inputs.ofProgram(program.id);
      const groups = (await listGroups(server, program.id, state)).map((group) => ({
        ...group,
        kept: known.has(group.id),
      }));
      for (const group of groups) out.record(group);
      out.text(
        groups.length > 0
          ? formatTable(COLUMNS, groups)
          : 'No input groups. Add some: cairn-org add-inputs PROGRAM FILE.csv…',
      );
    });
}
