import { ConfirmProofsDocument, type ProofState, RejectProofsDocument } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';
import type { Decision as Answer } from '../proofs/decide.js';
import { readProof } from '../proofs/select-proofs.js';
import type { DecisionVerdict } from './decision.js';

const REQUESTS_AT_ONCE = 8;

/**
 * Tells the server, in one request.
 * @returns what it said of each
 */
export async function sendDecision(
  { server }: Pick<Workplace, 'server'>,
  verdict: DecisionVerdict,
  proofIds: string[],
): Promise<readonly Answer[]> {
  if (verdict.kind === 'confirm') {
    const input = { proofIds, keepProof: verdict.keepProof };
    return (await server.call((api) => api.request(ConfirmProofsDocument, { input }))).confirmProofs;
  }
  const input = { proofIds, reason: verdict.reason };
  return (await server.call((api) => api.request(RejectProofsDocument, { input }))).rejectProofs;
}

/**
 * Tells the server what it may have heard already: the answer to an earlier try may have been lost. A proof that stands as
 * it is wanted is no refusal.
 */
export async function sendAgain(
  place: Pick<Workplace, 'server'>,
  verdict: DecisionVerdict,
  proofIds: string[],
): Promise<readonly Answer[]> {
  const answers = await sendDecision(place, verdict, proofIds);
  const wanted: ProofState = verdict.kind === 'confirm' ? 'CONFIRMED' : 'REJECTED';
  return inPool(answers, REQUESTS_AT_ONCE, async (answer) => {
    if (answer.error?.code !== 'INVALID_STATE') return answer;
    const { state } = await readProof(place.server, answer.proofId);
    return state === wanted ? { ...answer, error: null } : answer;
  });
}
