import { type Column, ExitCode, formatNumberOf, formatTable, NothingToDoError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { EvidenceFiles } from './evidence-files.js';
import { MATCH_HELP, MATCH_OPTION } from './filter/match-option.js';
import { matchingRows } from './filter/matching-rows.js';
import { type JudgedProof, judgeProofs } from './judge-proofs.js';
import { basisLabel, boundLabel, proofRecord, verdictLabel } from './proof-labels.js';
import { selectProofs } from './select-proofs.js';

interface VerifyOptions {
  readonly all?: boolean;
  readonly program?: string;
  readonly match?: string;
  readonly again?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org verify --all
  cairn-org verify --all --program "HP folding"
  cairn-org verify --all --match 'donor:9f3a age:>2d'
  cairn-org verify 0192b3c4-…

A proof is downloaded, saved, and verified here against the executable and the input that this machine kept. What it
does not have is taken from the server, and shown as "on the server's word". Verdicts are
remembered: whatever ends a verification, the next one goes on where it stopped.
Exit code 1 means that a proof is invalid; a proof that could not be judged is never called invalid.
${MATCH_HELP}`;

const COLUMNS: readonly Column<JudgedProof>[] = [
  { title: 'PROOF', value: ({ proof }) => proof.id },
  { title: 'INPUT GROUP', value: ({ proof }) => proof.inputGroup.name, maxWidth: 24 },
  { title: 'VERDICT', value: verdictLabel, maxWidth: 60 },
  { title: 'BINDING', value: ({ statement }) => boundLabel(statement) },
  { title: 'BITS', align: 'right', value: ({ verdict }) => (verdict?.valid ? verdict.securityBits : '') },
  { title: 'VERIFIED AGAINST', value: ({ statement }) => basisLabel(statement) },
  { title: 'SHA-256', value: ({ proof }) => proof.sha256, maxWidth: 17 },
];

/** `verify`: judges proofs on this machine. */
export function addVerify(cli: Command, open: OpenWorkplace): void {
  cli
    .command('verify')
    .description('verify proofs on this machine')
    .argument('[proofs...]', 'ids of proofs')
    .option('--all', 'all that wait for a decision')
    .option('--program <program>', 'with --all: of this program only')
    .option(MATCH_OPTION, 'only those of which all of this is so (see below)')
    .option('--again', 'also those that were verified here before')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: VerifyOptions, command: Command) => {
      const place = await open(command);
      const { all = false, program, match, again = false } = options;
      const selected = await selectProofs(place.server, { ids, all, allFlag: '--all', program });
      if (selected.length === 0)
        throw new NothingToDoError('no proofs wait for a decision', 'come back when donors have sent some');
      const proofs = await matchingRows(place, selected, match);
      if (proofs.length === 0)
        throw new NothingToDoError('no proof matches the filter', '`cairn-org proofs` lists what there is');
      const files = new EvidenceFiles(place);
      let done = 0;
      const onJudged = (one: JudgedProof) => {
        place.out.record({ ...proofRecord(one), problem: problemOf(one), disputes: one.disputes });
        done += 1;
        if (done % TELL_EVERY === 0)
          place.remark(`Looked at ${done} of ${formatNumberOf(proofs.length, 'proof')}.`);
      };
      const judged = await judgeProofs(place, proofs, { files, again, onJudged });
      show(place, judged);
      place.exitWith(exitCodeOf(judged));
    });
}

/** Proofs between two remarks about how far it is. */
const TELL_EVERY = 50;

function problemOf({ problem }: JudgedProof): object | null {
  return problem ? { code: problem.code, message: problem.message, help: problem.help } : null;
}

function show(place: Workplace, judged: readonly JudgedProof[]): void {
  place.out.text(formatTable(COLUMNS, judged));
  for (const { proof, disputes } of judged) {
    for (const dispute of disputes)
      place.remark(`WARNING: THE SERVER SHOWS PROOF ${proof.id} WRONGLY: ${dispute}`);
  }
  const valid = judged.filter(({ verdict }) => verdict?.valid === true);
  const invalid = judged.filter(({ verdict }) => verdict?.valid === false);
  const open = judged.filter(({ verdict }) => verdict === undefined);
  place.say(`${valid.length} valid, ${invalid.length} invalid, ${open.length} not judged.`);
  if (valid.length > 0) place.say('Next: cairn-org confirm --all-verified');
  if (invalid.length > 0) place.say(`Next: cairn-org reject ${invalid[0]?.proof.id} --reason "…"`);
  for (const { problem } of open.slice(0, 1)) if (problem?.help) place.remark(`do this: ${problem.help}`);
}

function exitCodeOf(judged: readonly JudgedProof[]): ExitCode {
  if (judged.some(({ verdict }) => verdict?.valid === false)) return ExitCode.notSo;
  return judged.find(({ problem }) => problem !== undefined)?.problem?.exitCode ?? ExitCode.ok;
}
