import { setTimeout as pause } from 'node:timers/promises';
import { isTransient } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { sendAgain } from '../decisions/send-decision.js';
import { inPool } from '../pool/in-pool.js';
import { type Decision, decideInBatches } from './decide.js';
import { EvidenceFiles } from './evidence-files.js';
import { matchingRows } from './filter/matching-rows.js';
import { isBeyondDoubt } from './is-beyond-doubt.js';
import { type JudgedProof, judgeProofs } from './judge-proofs.js';
import { listProofs } from './select-proofs.js';

/** Which proofs, and what is told of them. */
export interface AutoConfirmOptions {
  readonly program?: string | undefined;
  readonly match?: string | undefined;
  readonly keepProof: boolean;
  /** Hears what came of each proof that was confirmed. */
  readonly onDecided: (decision: Decision) => void;
  /** Hears of each proof that is left for a person, once. */
  readonly onLeft: (one: JudgedProof) => void;
  /** Hears of a server that is away; it is asked again. */
  readonly onTrouble: (error: Error) => void;
}

/** How often the inbox is read, in milliseconds. */
const LOOK_EVERY_MS = 5000;
/** Proofs that are verified before those that are valid are confirmed. */
const AT_ONCE = 500;

/**
 * Verifies what waits and what comes, and confirms what is beyond doubt: valid here against this machine's own files, bound to
 * its input, and shown by the server as it is. All else is left for a person. Each proof is saved before it is confirmed.
 * @throws the reason of the place's signal, which alone ends it; what is no passing trouble
 */
export async function autoConfirm(place: Workplace, options: AutoConfirmOptions): Promise<never> {
  const left = new Set<string>();
  for (;;) {
    place.signal.throwIfAborted();
    try {
      await confirmRound(place, options, left);
    } catch (error) {
      place.signal.throwIfAborted();
      if (!isTransient(error)) throw error;
      options.onTrouble(error);
    }
    await pause(LOOK_EVERY_MS, undefined, { signal: place.signal }).catch(() => {});
  }
}

async function confirmRound(
  place: Workplace,
  { program, match, keepProof, onDecided, onLeft }: AutoConfirmOptions,
  left: Set<string>,
): Promise<void> {
  const proofs = await listProofs(place.server, { program, state: 'SUBMITTED' });
  const fresh = proofs.filter(({ id }) => !left.has(id));
  const rows = await matchingRows(place, fresh, match);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const files = new EvidenceFiles(place);
    const judged = await judgeProofs(place, rows.slice(from, from + AT_ONCE), { files, again: false });
    const sure = judged.filter(isBeyondDoubt);
    for (const one of judged) {
      if (sure.includes(one)) continue;
      left.add(one.proof.id);
      onLeft(one);
    }
    await inPool(sure, place.width, ({ proof }) => files.proof(proof));
    const ids = sure.map(({ proof }) => proof.id);
    const send = (batch: string[]) => sendAgain(place, { kind: 'confirm', keepProof }, batch);
    for (const decision of await decideInBatches(ids, send)) onDecided(decision);
  }
}
