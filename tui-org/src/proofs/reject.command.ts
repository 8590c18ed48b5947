import { REASON_RULE, validateText } from '@cairn/shared-schema';
import { NothingToDoError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { sendDecision } from '../decisions/send-decision.js';
import { decideInBatches, showDecisions } from './decide.js';
import { MATCH_HELP, MATCH_OPTION } from './filter/match-option.js';
import { hereOf } from './filter/match-row.js';
import { matchingRows } from './filter/matching-rows.js';
import type { InboxRow } from './inbox-row.js';
import { selectProofs } from './select-proofs.js';

interface RejectOptions {
  readonly reason: string;
  readonly allInvalid?: boolean;
  readonly program?: string;
  readonly match?: string;
  readonly yes?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org reject 0192b3c4-… --reason "verified against the wrong input"
  cairn-org reject 0192b3c4-… 0192b3c5-… --reason "INVALID_PROOF" --yes
  cairn-org reject --all-invalid --match 'donor:9f3a' --reason "the proof does not verify"

The donor sees the reason. The input group is free again and the donor's work on it is lost.
${MATCH_HELP}`;

/** `reject`: refuses proofs with a reason. */
export function addReject(cli: Command, open: OpenWorkplace): void {
  cli
    .command('reject')
    .description('refuse proofs, with a reason that the donor sees')
    .argument('[proofs...]', 'ids of proofs')
    .option('--all-invalid', 'all that wait and were found invalid here')
    .option('--program <program>', 'with --all-invalid: of this program only')
    .option(MATCH_OPTION, 'only those of which all of this is so (see below)')
    .requiredOption('--reason <text>', 'why, for the donor')
    .option('--yes', 'do not ask')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: RejectOptions, command: Command) => {
      const place = await open(command);
      const reason = validateText(options.reason, '--reason', REASON_RULE);
      const proofs = await choose(place, ids, options);
      const groups = namesOf(proofs);
      const count = proofs.length === 1 ? 'the proof' : `${proofs.length} proofs`;
      await askFirst(
        place.terminal,
        `Reject ${count} of ${groups}? The server deletes the proof, and the donor's work on it is lost.`,
        options.yes,
      );
      const decisions = await decideInBatches(
        proofs.map(({ proof }) => proof.id),
        (batch) => sendDecision(place, { kind: 'reject', reason }, batch),
      );
      showDecisions(place, decisions, 'rejected');
    });
}

async function choose(place: Workplace, ids: string[], options: RejectOptions): Promise<InboxRow[]> {
  const { allInvalid: all = false, program, match } = options;
  const selected = await selectProofs(place.server, { ids, all, allFlag: '--all-invalid', program });
  const rows = await matchingRows(place, selected, match);
  const chosen = all ? rows.filter((row) => hereOf(row) === 'invalid') : rows;
  if (chosen.length > 0) return chosen;
  throw new NothingToDoError('no proof is to be rejected', '`cairn-org proofs` lists what there is');
}

const MOST_NAMES = 10;

/** The groups of proofs, as far as a person reads them. */
function namesOf(rows: readonly InboxRow[]): string {
  const names = rows.slice(0, MOST_NAMES).map(({ groupName }) => groupName);
  const more = rows.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
