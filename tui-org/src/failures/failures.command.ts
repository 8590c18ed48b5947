import { FailureReportsDocument } from '@cairn/shared-schema/org';
import { type Column, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OrgServer } from '../account/org-server.js';
import { allPages } from '../cli/all-pages.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { findProgram } from '../programs/find-program.js';
import { type FailureReport, type FailureSummary, sumUpFailures } from './sum-up-failures.js';

const EXAMPLES = `
Examples:
  cairn-org failures
  cairn-org failures "HP folding" --json

Donors report a program that panics, runs too long or cannot be proven. Three different donors' reports that speak
against the program give an input group up (failed).`;

const COLUMNS: readonly Column<FailureSummary>[] = [
  { title: 'PROGRAM', value: ({ program }) => program, maxWidth: 30 },
  { title: 'INPUT GROUP', value: ({ inputGroup }) => inputGroup, maxWidth: 30 },
  { title: 'STATE', value: ({ state }) => state.toLowerCase() },
  { title: 'DONORS', align: 'right', value: ({ donors }) => donors },
  { title: 'WHY', value: ({ code, counts }) => `${code}${counts ? '' : " (the donor's own limits)"}` },
  { title: 'WHAT THE LAST SAID', value: ({ message }) => message ?? '', maxWidth: 60 },
  { title: 'LAST', value: ({ lastAt }) => lastAt },
];

/** `failures`: what donors could not do, how often, and why. */
export function addFailures(cli: Command, open: OpenWorkplace): void {
  cli
    .command('failures')
    .description('show which input groups donors reported as failing, how often and why')
    .argument('[program]', 'id or name of your program (else all of them)')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, _options: object, command: Command) => {
      const { server, out } = await open(command);
      const programId = name === undefined ? undefined : (await findProgram(server, name)).id;
      const failures = sumUpFailures(await readReports(server, programId));
      for (const failure of failures) out.record(failure);
      out.text(failures.length > 0 ? formatTable(COLUMNS, failures) : 'No donor has reported a failure.');
    });
}

function readReports(server: OrgServer, programId: string | undefined): Promise<FailureReport[]> {
  return allPages(
    async (page) =>
      (await server.call((api) => api.request(FailureReportsDocument, { programId, ...page })))
        .failureReports,
  );
}
