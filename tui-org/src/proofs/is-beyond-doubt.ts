import type { JudgedProof } from './judge-proofs.js';
import { originOf } from './statement.js';

/**
 * Whether a proof can be confirmed without a person: it was found valid here, against what this machine keeps, it shows
 * which input it is of, and the server shows it as it is.
 */
export function isBeyondDoubt({ verdict, statement, disputes }: JudgedProof): boolean {
  const isValid = verdict?.valid === true && disputes.length === 0;
  return isValid && originOf(statement) === 'own' && statement.binding !== 'none';
}
