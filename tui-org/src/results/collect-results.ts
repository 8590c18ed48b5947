import { type OutputColumn, parseOutputType } from '@cairn/shared-schema';
import type { ProgramFactsFragment, ProofFactsFragment } from '@cairn/shared-schema/org';
import { formatNumberOf, UnexpectedAnswerError } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { disputesOf } from '../proofs/disputes.js';
import { type KnownProof, LocalKnowledge } from '../proofs/local-knowledge.js';
import { listProofs } from '../proofs/select-proofs.js';
import { type Reading, readingOf, resultRow } from './result-row.js';
import type { ResultSet } from './result-set.js';

/** The confirmed proofs of a program with all that is known of them here. */
export interface ConfirmedProofs {
  readonly program: ResultSet['program'];
  /** The outputs as they are declared, by this machine's own record where there is one. */
  readonly declared: readonly { readonly name: string; readonly type: string }[];
  readonly reading: Reading;
  readonly known: readonly KnownProof[];
}

/**
 * The confirmed results of a program, as far as possible from what was verified here. Where the server and a verified
 * proof differ, it says so.
 */
export async function collectResults(place: Workplace, program: ProgramFactsFragment): Promise<ResultSet> {
  const { known, reading, program: facts } = await collectConfirmed(place, program);
  const rows = known.map((one) => resultRow(one, reading));
  return { program: facts, columns: reading.columns, rows };
}

/** The confirmed proofs behind the results; warns where the server is caught out, and of what is missing. */
export async function collectConfirmed(
  place: Workplace,
  program: ProgramFactsFragment,
): Promise<ConfirmedProofs> {
  const kept = await place.programs.find(program.id);
  const declared = kept?.outputs ?? program.outputs;
  const reading = readingOf(readColumns(place, declared));
  const proofs = await listProofs(place.server, { program: program.id, state: 'CONFIRMED' });
  const known = await new LocalKnowledge(place).ofAll(onePerGroup(proofs));
  for (const one of known) warn(place, one);
  await tellMissing(place, program.id, known);
  const { id, name, programHash } = program;
  return { program: { id, name, programHash: kept?.programHash ?? programHash }, declared, reading, known };
}

/** However often a server shows an input group, it counts once. */
function onePerGroup(proofs: readonly ProofFactsFragment[]): ProofFactsFragment[] {
  return [...new Map(proofs.map((proof) => [proof.inputGroup.id, proof])).values()];
}

/** A server could also leave results out; what was added from here is known here. */
async function tellMissing(place: Workplace, programId: string, known: readonly KnownProof[]): Promise<void> {
  const added = await place.inputs.ofProgram(programId);
  const there = new Set(known.map(({ proof }) => proof.inputGroup.id));
  const missing = [...added.keys()].filter((id) => !there.has(id)).length;
  if (missing > 0) {
    place.remark(
      `Without a confirmed result: ${missing} of ${formatNumberOf(added.size, 'input group')} that came from here.`,
    );
  }
}

function readColumns(
  { server }: Workplace,
  declared: readonly { readonly name: string; readonly type: string }[],
): OutputColumn[] {
  return declared.map(({ name, type: text }) => {
    const type = parseOutputType(text);
    if (type) return { name, type };
    throw new UnexpectedAnswerError(
      server.address.url,
      `with an output of the unknown type ${JSON.stringify(text)}`,
    );
  });
}

function warn({ remark }: Workplace, { proof, verdict }: KnownProof): void {
  if (verdict?.valid === false) {
    remark(
      `WARNING: proof ${proof.id} is confirmed, but verification here found it invalid: ${verdict.reason}`,
    );
  }
  for (const dispute of verdict ? disputesOf(proof, verdict) : []) {
    remark(`WARNING: THE SERVER SHOWS PROOF ${proof.id} WRONGLY: ${dispute}`);
  }
}
