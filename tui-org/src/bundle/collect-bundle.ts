import { outputHash } from '@cairn/shared-schema';
import type { ProgramFactsFragment } from '@cairn/shared-schema/org';
import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';
import { EvidenceFiles, type EvidencePaths } from '../proofs/evidence-files.js';
import { judgeProofs } from '../proofs/judge-proofs.js';
import type { KnownProof } from '../proofs/local-knowledge.js';
import { type ConfirmedProofs, collectConfirmed } from '../results/collect-results.js';
import { noResults } from '../results/require-results.js';
import { resultRow } from '../results/result-row.js';
import type { ResultSet } from '../results/result-set.js';
import { outputsJson } from '../results/results-json.js';
import type { Manifest } from './manifest.js';
import type { BundleRow } from './row.js';

/** All that a bundle is made of, found on this machine or fetched. */
export interface CollectedBundle {
  readonly organization: { readonly id: string; readonly name: string };
  readonly program: Omit<Manifest['program'], 'outputs'>;
  /** As declared; empty where nothing is. */
  readonly columns: Manifest['program']['outputs'];
  readonly set: ResultSet;
  readonly rows: readonly BundleRow[];
  readonly withProofs: boolean;
  /** Paths of files: of the executable, and of inputs and proofs by their SHA-256. */
  readonly executable: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly proofs: ReadonlyMap<string, string>;
  readonly known: readonly KnownProof[];
}

/**
 * Collects the confirmed results of a program with their evidence. With proofs, those that were not verified here yet are
 * verified now: what is signed is what was seen to hold.
 * @throws NothingToDoError without results; ClientError PROOF_INVALID, FILE_GONE, or why a proof could not be judged
 */
export async function collectBundle(
  place: Workplace,
  program: ProgramFactsFragment,
  withProofs: boolean,
): Promise<CollectedBundle> {
  const confirmed = await collectConfirmed(place, program);
  if (confirmed.known.length === 0) throw noResults();
  const files = new EvidenceFiles(place);
  const known = inOrder(withProofs ? await verified(place, confirmed, files) : confirmed.known);
  const paths = await inPool(known, place.width, (one) => pathsOf(files, one, withProofs));
  const resultRows = known.map((one) => resultRow(one, confirmed.reading));
  const { columns } = confirmed.reading;
  const rows = known.map((one, index): BundleRow => {
    const { inputGroup, proofSha256, trust, values, problem } = resultRows[
      index
    ] as (typeof resultRows)[number];
    return {
      inputGroup: { id: inputGroup.id, name: inputGroup.name },
      inputSha256: one.statement.input.sha256,
      proofSha256,
      outputHash: outputHash(outputOf(one)),
      trust,
      outputs: problem === undefined ? outputsJson(columns, values) : null,
    };
  });
  const { organization } = await place.server.session();
  return {
    organization,
    ...aboutProgram(confirmed, known),
    set: { program: confirmed.program, columns, rows: resultRows },
    rows,
    withProofs,
    executable: paths[0]?.executable ?? '',
    inputs: new Map(known.map((one, index) => [one.statement.input.sha256, paths[index]?.input ?? ''])),
    proofs: new Map(
      withProofs ? known.map(({ proof }, index) => [proof.sha256, paths[index]?.proof ?? '']) : [],
    ),
    known,
  };
}

/** By name, whatever order the server has: the same results make the same bundle. */
function inOrder(known: readonly KnownProof[]): KnownProof[] {
  const keyOf = ({ proof, input }: KnownProof) =>
    `${input?.name ?? proof.inputGroup.name}\n${proof.inputGroup.id}`;
  return known.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function verified(
  place: Workplace,
  { known }: ConfirmedProofs,
  files: EvidenceFiles,
): Promise<KnownProof[]> {
  const judged = await judgeProofs(place, known, { files, again: false });
  for (const { problem, proof, verdict } of judged) {
    if (problem) throw withoutProofsHelps(problem);
    if (verdict?.valid === false) throw invalid(proof.id, verdict.reason);
  }
  return judged;
}

/** Without proofs a proof's file need not be here; the statement's files must. */
function pathsOf(
  files: EvidenceFiles,
  { proof, statement }: KnownProof,
  withProofs: boolean,
): Promise<Omit<EvidencePaths, 'proof'> & { readonly proof?: string }> {
  return withProofs ? files.all(proof, statement) : files.statement(proof, statement);
}

function outputOf({ verdict, proof }: KnownProof): readonly string[] {
  return verdict?.valid ? verdict.output : proof.output;
}

function aboutProgram(
  { program, declared }: ConfirmedProofs,
  known: readonly KnownProof[],
): Pick<CollectedBundle, 'program' | 'columns'> {
  const statement = known[0]?.statement;
  if (statement === undefined) throw new RangeError('a bundle of no results');
  return {
    program: {
      id: program.id,
      name: program.name,
      programHash: program.programHash,
      executableSha256: statement.executable.sha256,
      inputBinding: statement.binding,
      calldata: statement.calldata,
    },
    columns: declared.map(({ name, type }) => ({ name, type })),
  };
}

function invalid(id: string, reason: string): ClientError {
  return new ClientError(`proof ${id} is confirmed, but verification here found it invalid: ${reason}`, {
    code: 'PROOF_INVALID',
    exitCode: ExitCode.notSo,
    expected: 'results whose proofs hold; nothing was written',
    help: 'delete its input group, then export again: cairn-org delete inputs PROGRAM NAME',
    details: { proofIds: [id] },
  });
}

function withoutProofsHelps(problem: ClientError): ClientError {
  if (problem.code !== 'FILE_GONE') return problem;
  return new ClientError(problem.message, {
    code: problem.code,
    exitCode: problem.exitCode,
    expected: problem.expected,
    help: `${problem.help}; --without-proofs writes a bundle that nobody can verify`,
    cause: problem,
  });
}
