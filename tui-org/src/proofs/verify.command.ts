import { type Column, ExitCode, formatNumberOf, formatTable, NothingToDoError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import { EvidenceFiles } from './evidence-files.js';
import { type JudgedProof, judgeProofs } from './judge-proofs.js';
import { LocalKnowledge } from './local-knowledge.js';
import { basisLabel, boundLabel, proofRecord, verdictLabel } from './proof-labels.js';
import { selectProofs } from './select-proofs.js';

interface VerifyOptions {
  readonly all?: boolean;
  readonly program?: string;
  readonly again?: boolean;
}

const EXAMPLES = `
Examples:
  cairn-org verify --all
  cairn-org verify --all --program "HP folding"
  cairn-org verify 0192b3c4-…

A proof is downloaded, saved, and verified here against the executable and the input that this machine kept. What it
does not have is taken from the server, and shown as "on the server's word". Verdicts are remembered.
Exit code 1 means that a proof is invalid; a proof that could not be judged is never called invalid.`;

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
    .option('--again', 'also those that were verified here before')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: VerifyOptions, command: Command) => {
      const place = await open(command);
      const { all = false, program, again = false } = options;
      const proofs = await selectProofs(place.server, { ids, all, allFlag: '--all', program });
      if (proofs.length === 0)
        throw new NothingToDoError('no proofs wait for a decision', 'come back when donors have sent some');
      const knowledge = new LocalKnowledge(place);
      const files = new EvidenceFiles(place);
      let done = 0;
      const onJudged = (one: JudgedProof) => {
        place.out.record({ ...proofRecord(one), problem: problemOf(one), disputes: one.disputes });
        done += 1;
        if (done % TELL_EVERY === 0)
          place.remark(`Looked at ${done} of ${formatNumberOf(proofs.length, 'proof')}.`);
      };
      const judged = await judgeProofs(place, await knowledge.ofAll(proofs), { files, again, onJudged });
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
