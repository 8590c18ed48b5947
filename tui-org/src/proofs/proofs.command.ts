import type { ProofState } from '@cairn/shared-schema/org';
import { type Column, formatBytes, formatCount, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { readState } from '../cli/read-state.js';
import { type KnownProof, LocalKnowledge } from './local-knowledge.js';
import { boundLabel, proofRecord, verdictLabel } from './proof-labels.js';
import { listProofs } from './select-proofs.js';

const STATES: readonly ProofState[] = ['SUBMITTED', 'CONFIRMED', 'REJECTED'];

const EXAMPLES = `
Examples:
  cairn-org proofs
  cairn-org proofs "HP folding" --state submitted
  cairn-org proofs --json | jq .sha256

UNBOUND marks a proof that does not show which input it is of: the program's input-binding is "none".`;

const COLUMNS: readonly Column<KnownProof>[] = [
  { title: 'PROOF', value: ({ proof }) => proof.id },
  { title: 'PROGRAM', value: ({ proof }) => proof.inputGroup.program.name, maxWidth: 24 },
  { title: 'INPUT GROUP', value: ({ proof }) => proof.inputGroup.name, maxWidth: 24 },
  { title: 'STATE', value: ({ proof }) => proof.state.toLowerCase() },
  { title: 'BINDING', value: ({ statement }) => boundLabel(statement) },
  { title: 'HERE', value: verdictLabel, maxWidth: 40 },
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
    .option('--state <state>', `only those that are ${STATES.join(', ').toLowerCase()}`)
    .addHelpText('after', EXAMPLES)
    .action(async (program: string | undefined, options: { state?: string }, command: Command) => {
      const state = readState(options.state, STATES);
      const place = await open(command);
      const proofs = await listProofs(place.server, { program, state });
      const known = await new LocalKnowledge(place).ofAll(proofs);
      for (const one of known) place.out.record(proofRecord(one));
      place.out.text(known.length > 0 ? formatTable(COLUMNS, known) : 'No proofs.');
    });
}
