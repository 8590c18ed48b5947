import { ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import type { ProofDetails } from '../../proofs/evidence/evidence-of.js';
import { readProof } from '../../proofs/select-proofs.js';

/** How long the cursor rests on a proof before the server is asked about it, in milliseconds. */
const REST_MS = 150;
/** Proofs whose details are kept. */
const MOST_KEPT = 500;

/** What is asked about a proof only when somebody looks at it. */
export class DetailsFeed {
  readonly details = new ValueStore<ReadonlyMap<string, ProofDetails>>(new Map());
  readonly #place: Workplace;

  constructor(place: Workplace) {
    this.#place = place;
  }

  /** Asks about a proof once the cursor has rested on it. @returns what ends that */
  lookAt(id: string): () => void {
    if (this.details.get().has(id)) return () => {};
    const timer = setTimeout(() => void this.#ask(id), REST_MS);
    return () => clearTimeout(timer);
  }

  async #ask(id: string): Promise<void> {
    // Without an answer the evidence lacks these details, and is shown all the same.
    const proof = await readProof(this.#place.server, id).catch(() => undefined);
    if (proof === undefined) return;
    const { proveSeconds, inputGroup } = proof;
    this.details.update((before) => {
      const kept = [...before].slice(-MOST_KEPT + 1);
      return new Map([...kept, [id, { proveSeconds, rejections: inputGroup.rejections }]]);
    });
  }
}
