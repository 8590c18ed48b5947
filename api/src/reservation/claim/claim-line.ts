import type { Line } from '../../concurrency/shared-work.js';
import type { Claim } from './claim.js';

/** So many claims are served in one transaction at most. */
const AT_ONCE = 100;
/** So many of them may be one network's while others wait. */
const OF_ONE_NETWORK = 4;
/** So many different filters they may have: each costs the transaction statements of its own. */
const FILTERS = 8;

/** Claims that wait, in a line for each network: whoever asks for much keeps nobody else waiting longer. */
export class ClaimLine<Waiting extends { readonly item: Claim }> implements Line<Waiting> {
  /** The network that was served longest ago first. */
  readonly #lines = new Map<string, Waiting[]>();

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  add(waiting: Waiting): void {
    const { addressHash } = waiting.item;
    const line = this.#lines.get(addressHash);
    if (line === undefined) this.#lines.set(addressHash, [waiting]);
    else line.push(waiting);
  }

  /** Takes out those that are served next: one of each network in turn. None only when none waits. */
  takeBatch(): Waiting[] {
    const share = this.#lines.size > 1 ? OF_ONE_NETWORK : AT_ONCE;
    const batch: Waiting[] = [];
    const filters = new Set<string>();
    for (let turn = 0; turn < share; turn += 1) {
      for (const line of this.#lines.values()) {
        if (batch.length === AT_ONCE) break;
        const requested = line[0]?.item.requested;
        if (requested === undefined || (filters.size === FILTERS && !filters.has(requested))) continue;
        filters.add(requested);
        batch.push(...line.splice(0, 1));
      }
    }
    for (const { item } of batch) this.#moveToTheEnd(item.addressHash);
    return batch;
  }

  #moveToTheEnd(network: string): void {
    const line = this.#lines.get(network);
    this.#lines.delete(network);
    if (line !== undefined && line.length > 0) this.#lines.set(network, line);
  }
}
