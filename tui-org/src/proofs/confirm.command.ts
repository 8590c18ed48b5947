import { NothingToDoError, UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { sendDecision } from '../decisions/send-decision.js';
import { inPool } from '../pool/in-pool.js';
import { autoConfirm } from './auto-confirm.js';
import { chooseConfirmable } from './choose-confirmable.js';
import { decideInBatches, showDecisions } from './decide.js';
import { EvidenceFiles } from './evidence-files.js';
import { MATCH_HELP, MATCH_OPTION } from './filter/match-option.js';
import { matchingRows } from './filter/matching-rows.js';
import type { KnownProof } from './local-knowledge.js';
import { basisLabel, boundLabel, proofRecord, verdictLabel } from './proof-labels.js';
import { selectProofs } from './select-proofs.js';
import { originOf } from './statement.js';

interface ConfirmOptions {
  readonly allVerified?: boolean;
  readonly program?: string;
  readonly match?: string;
  readonly unverified?: boolean;
  readonly keepProof?: boolean;
  readonly auto?: boolean;
  readonly yes?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org confirm --all-verified
  cairn-org confirm --all-verified --program "HP folding" --yes
  cairn-org confirm 0192b3c4-… --keep-proof
  cairn-org confirm --auto --yes

Confirms what \`cairn-org verify\` found valid on this machine, and nothing else unless --unverified is given. Each
proof is saved here before it is confirmed, because the server then deletes its own copy (unless --keep-proof).

--auto verifies what waits and what comes, and confirms what is beyond doubt: valid against your own files, bound to its
input, and shown by the server as it is. All else is left for you. It goes on until it is interrupted (exit code 130).
${MATCH_HELP}`;

/** `confirm`: accepts verified proofs for good. */
export function addConfirm(cli: Command, open: OpenWorkplace): void {
  cli
    .command('confirm')
    .description('accept proofs that were verified on this machine')
    .argument('[proofs...]', 'ids of proofs')
    .option('--all-verified', 'all that wait and were found valid here')
    .option('--program <program>', 'with --all-verified: of this program only')
    .option(MATCH_OPTION, 'only those of which all of this is so (see below)')
    .option('--unverified', 'also those that were not verified here')
    .option('--keep-proof', 'let the server keep its copies too')
    .option('--auto', 'verify what comes, and confirm what is beyond doubt, until interrupted')
    .option('--yes', 'do not ask')
    .addHelpText('after', EXAMPLES)
    .action(async (named: string[], options: ConfirmOptions, command: Command) => {
      const place = await open(command);
      if (options.auto) return confirmByItself(place, named, options);
      const chosen = await choose(place, named, options);
      await askFirst(place.terminal, question(place, chosen, options), options.yes);
      await saveProofs(place, chosen);
      const verdict = { kind: 'confirm', keepProof: options.keepProof ?? false } as const;
      const ids = chosen.map(({ proof }) => proof.id);
      const decisions = await decideInBatches(ids, (batch) => sendDecision(place, verdict, batch));
      showDecisions(place, decisions, 'confirmed');
    });
}

async function confirmByItself(place: Workplace, named: string[], options: ConfirmOptions): Promise<void> {
  const { program, match, keepProof = false } = options;
  if (named.length > 0 || options.allVerified || options.unverified)
    throw new UsageError('--auto was given with ids, --all-verified or --unverified', {
      expected: '--auto alone, or with --program, --match, --keep-proof, --yes',
    });
  const loss = `Confirm every proof that verifies here, now and from now on? This cannot be taken back.${keepProof ? '' : `\nThe server deletes its copies; they are saved in ${place.folder}/proofs first.`}`;
  await askFirst(place.terminal, loss, options.yes);
  await autoConfirm(place, {
    ...{ program, match, keepProof },
    onDecided({ proofId, error }) {
      place.out.record({ proofId, confirmed: error === null, error });
      place.say(
        error === null ? `${proofId} confirmed` : `${proofId} refused: ${error.message} (${error.code})`,
      );
    },
    onLeft(one) {
      place.out.record({ ...proofRecord(one), left: true, disputes: one.disputes });
      place.say(
        `${one.proof.id} left for you: ${verdictLabel(one)}, ${boundLabel(one.statement)}, ${basisLabel(one.statement)}`,
      );
    },
    onTrouble: (error) => place.remark(`${error.message}; it is asked again`),
  });
}

async function choose(place: Workplace, ids: string[], options: ConfirmOptions): Promise<KnownProof[]> {
  const { allVerified: all = false, program, match, unverified = false } = options;
  const proofs = await selectProofs(place.server, { ids, all, allFlag: '--all-verified', program });
  const known = await matchingRows(place, proofs, match);
  const chosen = chooseConfirmable(known, { all, unverified });
  if (chosen.length > 0) return chosen;
  throw new NothingToDoError('no proof that waits was verified here', 'run `cairn-org verify --all` first');
}

/** The file must be here, and whole, before the server deletes its own. */
async function saveProofs(place: Workplace, chosen: readonly KnownProof[]): Promise<void> {
  const files = new EvidenceFiles(place);
  await inPool(chosen, place.width, ({ proof }) => files.proof(proof));
}

function question(
  { folder }: Workplace,
  chosen: readonly KnownProof[],
  { keepProof }: ConfirmOptions,
): string {
  const unverified = chosen.filter(({ verdict }) => !verdict?.valid).length;
  const believed = chosen.filter(({ statement }) => originOf(statement) === 'server').length;
  const unbound = chosen.filter(({ statement }) => statement.binding === 'none').length;
  const lines = [
    `Confirm ${chosen.length} ${chosen.length === 1 ? 'proof' : 'proofs'}? This cannot be taken back.`,
  ];
  if (!keepProof) lines.push(`The server deletes its copies; they are saved in ${folder}/proofs first.`);
  if (unverified > 0) lines.push(`${unverified} of them WERE NOT VERIFIED HERE.`);
  if (believed > 0)
    lines.push(`${believed} of them were verified on the server's word about program or input.`);
  if (unbound > 0) lines.push(`${unbound} of them are UNBOUND: they do not show which input they are of.`);
  return lines.join('\n');
}
