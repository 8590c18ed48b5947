import type { DomainError } from '@cairn/shared-schema';
import { networkOf } from '../reservation/donor-network.js';

/** How many may be taken, and what those hear who come too late. */
export interface SeatRules {
  readonly perNetwork: number;
  readonly inAll: number;
  readonly networkIsFull: () => DomainError;
  readonly allAreTaken: () => DomainError;
}

/** Counts what is held open for peers, by network and in all, within this process. */
export class Seats {
  readonly #taken = new Map<string, number>();
  #inAll = 0;

  constructor(private readonly rules: SeatRules) {}

  /**
   * Takes a seat for a peer. Returns what gives it back; call that once.
   * @throws DomainError as the rules say
   */
  take(address: string): () => void {
    const network = networkOf(address);
    const taken = this.#taken.get(network) ?? 0;
    if (taken >= this.rules.perNetwork) throw this.rules.networkIsFull();
    if (this.#inAll >= this.rules.inAll) throw this.rules.allAreTaken();
    this.#taken.set(network, taken + 1);
    this.#inAll += 1;
    return () => this.#leave(network);
  }

  #leave(network: string): void {
    const left = (this.#taken.get(network) ?? 1) - 1;
    if (left === 0) this.#taken.delete(network);
    else this.#taken.set(network, left);
    this.#inAll -= 1;
  }
}
