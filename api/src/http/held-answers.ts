import { networkOf } from '../reservation/donor-network.js';

/** How much of answers may be in memory, in bytes. */
export interface AnswerBounds {
  readonly perNetwork: number;
  readonly inAll: number;
}

interface Held {
  readonly network: string;
  readonly bytes: number;
  readonly hangUp: () => void;
}

const MIB = 1024 * 1024;

/**
 * Large answers that wait in memory until their readers have taken them. Where they become too much the oldest is hung up
 * on: of the same network, or of the one that lets the most wait.
 */
export class HeldAnswers {
  /** In the order of their age. */
  readonly #held = new Set<Held>();

  constructor(private readonly bounds: AnswerBounds = { perNetwork: 64 * MIB, inAll: 512 * MIB }) {}

  /** Returns what is to be called when the answer is taken. */
  hold(address: string, bytes: number, hangUp: () => void): () => void {
    const one = { network: networkOf(address), bytes, hangUp };
    this.#held.add(one);
    this.#makeRoom(one);
    return () => void this.#held.delete(one);
  }

  #makeRoom({ network }: Held): void {
    const { perNetwork, inAll } = this.bounds;
    while ((this.#bytes().get(network) ?? 0) > perNetwork && this.#endOldest(network));
    for (;;) {
      const bytes = [...this.#bytes()];
      if (bytes.reduce((sum, [, some]) => sum + some, 0) <= inAll) return;
      const [[heaviest = ''] = []] = bytes.toSorted(([, one], [, other]) => other - one);
      if (!this.#endOldest(heaviest)) return;
    }
  }

  #bytes(): Map<string, number> {
    const byNetwork = new Map<string, number>();
    for (const { network, bytes } of this.#held)
      byNetwork.set(network, (byNetwork.get(network) ?? 0) + bytes);
    return byNetwork;
  }

  #endOldest(network: string): boolean {
    const oldest = [...this.#held].find((one) => one.network === network);
    if (oldest === undefined) return false;
    this.#held.delete(oldest);
    oldest.hangUp();
    return true;
  }
}
