import type { ProofState } from '@cairn/shared-schema/org';
import { type Column, choiceOption, formatBytes, formatCount, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { MATCH_HELP, MATCH_OPTION } from './filter/match-option.js';
import { matchingRows } from './filter/matching-rows.js';
import { PROOF_STATES } from './filter/proof-filter.js';
import { ROW_ORDERS, type RowOrder, sortRows } from './filter/sort-rows.js';
import type { InboxRow } from './inbox-row.js';
import { boundLabel, proofRecord, verdictLabel } from './proof-labels.js';
import { listProofs } from './select-proofs.js';

interface ProofsOptions {
  readonly state?: ProofState;
  readonly match?: string;
  readonly sort: RowOrder;
}

const EXAMPLES = `
Examples:
  cairn-org proofs
  cairn-org proofs "HP folding" --state submitted
  cairn-org proofs --state submitted --match 'here:open age:>2d' --sort donor
  cairn-org proofs --json | jq .sha256
${MATCH_HELP}

UNBOUND marks a proof that does not show which input it is of: the program's input-binding is "none".`;

const COLUMNS: readonly Column<InboxRow>[] = [
  { title: 'PROOF', value: ({ proof }) => proof.id },
  { title: 'PROGRAM', value: ({ programName }) => programName, maxWidth: 24 },
  { title: 'INPUT GROUP', value: ({ groupName }) => groupName, maxWidth: 24 },
  { title: 'STATE', value: ({ proof }) => proof.state.toLowerCase() },
  { title: 'BINDING', value: ({ statement }) => boundLabel(statement) },
  { title: 'HERE', value: verdictLabel, maxWidth: 40 },
  { title: 'DONOR', value: ({ proof }) => proof.donorKey?.slice(0, 8) ?? '' },
  { title: 'STEPS', align: 'right', value: ({ proof }) => formatCount(proof.steps) },
  { title: 'SIZE', align: 'right', value: ({ proof }) => formatBytes(proof.size) },
  { title: 'SUBMITTED', value: ({ proof }) => proof.submittedAt },
];

/** `proofs`: the inbox. */
export function addProofs(cli: Command, open: OpenWorkplace): void {
  cli
    .command('proofs')
    .description('list the proofs that donors sent')
    .argument('[program]', 'id or name of your program; all when left out')
    .addOption(choiceOption('--state <state>', 'only those in this state', PROOF_STATES))
    .option(MATCH_OPTION, 'only those of which all of this is so (see below)')
    .addOption(choiceOption('--sort <order>', 'by what they are ordered', ROW_ORDERS).default('oldest'))
    .addHelpText('after', EXAMPLES)
    .action(async (program: string | undefined, options: ProofsOptions, command: Command) => {
      const { state, match, sort } = options;
      const place = await open(command);
      const proofs = await listProofs(place.server, { program, state });
      const rows = sortRows(await matchingRows(place, proofs, match), sort);
      for (const row of rows) place.out.record(proofRecord(row));
      place.out.text(rows.length > 0 ? formatTable(COLUMNS, rows) : 'No proofs.');
    });
}
