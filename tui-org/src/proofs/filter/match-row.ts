import type { InboxRow } from '../inbox-row.js';
import type { KnownProof } from '../local-knowledge.js';
import type { Here, ProofFilter } from './proof-filter.js';

/** What this machine says of a proof. */
export function hereOf({ verdict }: Pick<KnownProof, 'verdict'>): Here {
  if (verdict === undefined) return 'open';
  return verdict.valid ? 'valid' : 'invalid';
}

/** Makes the test of a filter; `now` in milliseconds, for ages. */
export function rowMatcher(filter: ProofFilter, now: number): (row: InboxRow) => boolean {
  const { words, program, donor, state, here, olderThan, youngerThan } = filter;
  const latest = olderThan === undefined ? Number.POSITIVE_INFINITY : now - olderThan * 1000;
  const earliest = youngerThan === undefined ? Number.NEGATIVE_INFINITY : now - youngerThan * 1000;
  return (row) =>
    (state === undefined || row.proof.state === state) &&
    (here === undefined || hereOf(row) === here) &&
    row.submittedAt <= latest &&
    row.submittedAt >= earliest &&
    (donor === undefined || isOfDonor(row.proof.donorKey, donor)) &&
    (program === undefined || isOfProgram(row, program)) &&
    words.every((word) => row.text.includes(word));
}

function isOfDonor(key: string | null, donor: string): boolean {
  return donor === 'none' ? key === null : key?.startsWith(donor) === true;
}

function isOfProgram({ programName, proof }: InboxRow, program: string): boolean {
  return programName.toLowerCase().includes(program) || proof.inputGroup.program.id === program;
}
