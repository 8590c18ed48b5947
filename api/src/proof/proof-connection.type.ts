import { connectionOf, edgeOf } from '../pagination/connection.js';
import { Proof } from './proof.entity.js';

/** A proof and its place in the list. */
export const ProofEdge = edgeOf(() => Proof, 'Proof');

/** A page of proofs. */
export const ProofConnection = connectionOf(() => Proof, 'Proof', ProofEdge);
