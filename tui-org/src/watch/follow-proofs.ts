import { setTimeout as pause } from 'node:timers/promises';
import { type ProofFactsFragment, WatchProofsDocument } from '@cairn/shared-schema/org';
import { type GraphqlClient, isRefusal } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';

/** A proof that came, and where the list of proofs stands with it. */
export interface ProofArrival {
  readonly proof: ProofFactsFragment;
  /** Give it as `after` to go on from here. */
  readonly cursor: string;
}

export interface FollowOptions {
  /** Only of this program. */
  readonly programId?: string | undefined;
  /** Go on behind this cursor; from now on when left out. */
  readonly after?: string | undefined;
  /** Ends it without an error. */
  readonly signal: AbortSignal;
  /** Hears of each proof once. */
  readonly onProof: (arrival: ProofArrival) => unknown;
  /** The way to the server is there, or gone and tried again. */
  readonly onReach?: (isThere: boolean) => void;
}

/** How long it waits before it subscribes again. */
const RETRY_MS = 1000;

/**
 * Tells of new proofs until the signal is aborted. It renews the session, and after a lost connection goes on with the last
 * cursor, so that none is missed.
 * @throws what the server refuses for good; ClientError when somebody has to log in again
 */
export async function followProofs(
  { server }: Pick<Workplace, 'server'>,
  { programId, after, signal, onProof, onReach }: FollowOptions,
): Promise<void> {
  const told = new Set<string>();
  let cursor = after;
  const reach = onChange(onReach);
  const hear = async (api: GraphqlClient): Promise<void> => {
    const line = new AbortController();
    const onConnection = (state: 'connecting' | 'connected' | 'lost'): void => {
      if (signal.aborted) return;
      if (state === 'connected') reach(true);
      if (state !== 'lost') return;
      reach(false);
      // The library would begin again where this subscription began; here it goes on from the last proof.
      line.abort();
    };
    const both = { signal: AbortSignal.any([signal, line.signal]), onConnection };
    for await (const { proofSubmitted } of api.subscribe(
      WatchProofsDocument,
      { programId, after: cursor },
      both,
    )) {
      cursor = proofSubmitted.cursor;
      const proof = proofSubmitted.node;
      if (told.has(proof.id)) continue;
      told.add(proof.id);
      await onProof({ proof, cursor });
    }
  };
  while (!signal.aborted) {
    try {
      await server.call(hear);
    } catch (error) {
      if (signal.aborted) return;
      if (!isRefusal(error, 'INVALID_TOKEN')) throw error;
    }
    await pause(RETRY_MS, undefined, { signal }).catch(() => {});
  }
}

/** Passes on what is not so already. */
function onChange(tell: (is: boolean) => void = () => {}): (is: boolean) => void {
  let was: boolean | undefined;
  return (is) => {
    if (is !== was) tell(is);
    was = is;
  };
}
