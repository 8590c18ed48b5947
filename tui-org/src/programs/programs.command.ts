import { type Column, formatDuration, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { type OwnProgram, ownPrograms } from './find-program.js';
import { bindingLabel } from './unbound.js';

const EXAMPLES = `
Examples:
  cairn-org programs
  cairn-org programs --json | jq .name`;

const right = 'right' as const;

const COLUMNS: readonly Column<OwnProgram>[] = [
  { title: 'NAME', value: (program) => program.name, maxWidth: 40 },
  { title: 'ID', value: (program) => program.id },
  { title: 'LEASE', value: (program) => formatDuration(program.leaseSeconds) },
  { title: 'BINDING', value: (program) => bindingLabel(program.inputBinding) },
  { title: 'FREE', align: right, value: ({ groupCounts }) => groupCounts.available },
  { title: 'RESERVED', align: right, value: ({ groupCounts }) => groupCounts.reserved },
  { title: 'EXECUTED', align: right, value: ({ groupCounts }) => groupCounts.executed },
  { title: 'PROVEN', align: right, value: ({ groupCounts }) => groupCounts.proven },
  { title: 'CONFIRMED', align: right, value: ({ groupCounts }) => groupCounts.confirmed },
  { title: 'REJECTED', align: right, value: ({ decisions }) => decisions.rejected },
  { title: 'FAILED', align: right, value: ({ groupCounts }) => groupCounts.failed },
];

/** `programs`: the organization's programs with the state of their input groups. */
export function addPrograms(cli: Command, open: OpenWorkplace): void {
  cli
    .command('programs')
    .description('list your programs and how far their input groups are')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const { server, out } = await open(command);
      const programs = await ownPrograms(server);
      for (const program of programs) out.record(program);
      out.text(
        programs.length > 0
          ? formatTable(COLUMNS, programs)
          : 'No programs yet. Publish one: cairn-org publish DIR --name NAME --lease 10m',
      );
    });
}
