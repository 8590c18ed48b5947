import { REASON_RULE, validateText } from '@cairn/shared-schema';
import { RejectProofsDocument } from '@cairn/shared-schema/org';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { decideInBatches, showDecisions } from './decide.js';
import { selectProofs } from './select-proofs.js';

interface RejectOptions {
  readonly reason: string;
  readonly yes?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org reject 0192b3c4-… --reason "verified against the wrong input"
  cairn-org reject 0192b3c4-… 0192b3c5-… --reason "INVALID_PROOF" --yes

The donor sees the reason. The input group is free again and the donor's work on it is lost.`;

/** `reject`: refuses proofs with a reason. */
export function addReject(cli: Command, open: OpenWorkplace): void {
  cli
    .command('reject')
    .description('refuse proofs, with a reason that the donor sees')
    .argument('<proofs...>', 'ids of proofs')
    .requiredOption('--reason <text>', 'why, for the donor')
    .option('--yes', 'do not ask')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: RejectOptions, command: Command) => {
      const place = await open(command);
      const reason = validateText(options.reason, '--reason', REASON_RULE);
      const proofs = await selectProofs(place.server, { ids, all: false, allFlag: '--all' });
      const groups = proofs.map(({ inputGroup }) => inputGroup.name).join(', ');
      const count = proofs.length === 1 ? 'the proof' : `${proofs.length} proofs`;
      await askFirst(
        place.terminal,
        `Reject ${count} of ${groups}? The server deletes the proof, and the donor's work on it is lost.`,
        options.yes,
      );
      const decisions = await decideInBatches(
        proofs.map(({ id }) => id),
        async (proofIds) => {
          return (
            await place.server.call((api) =>
              api.request(RejectProofsDocument, { input: { proofIds, reason } }),
            )
          ).rejectProofs;
        },
      );
      showDecisions(place, decisions, 'rejected');
    });
}
