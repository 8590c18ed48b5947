import type { ResultSet } from './result-set.js';

/** Whether two sets hold the same proofs, resting on the same: what a script made of one holds for the other. */
export function areSameResults(one: ResultSet, other: ResultSet): boolean {
  if (one === other) return true;
  if (one.rows.length !== other.rows.length) return false;
  return one.rows.every((row, at) => {
    const same = other.rows[at];
    return (
      same !== undefined &&
      same.inputGroup.id === row.inputGroup.id &&
      same.proofSha256 === row.proofSha256 &&
      same.trust === row.trust
    );
  });
}
