import { connectionOf } from '../pagination/connection.js';
import { Proof } from './proof.entity.js';

/** A page of proofs. */
export const ProofConnection = connectionOf(() => Proof, 'Proof');
