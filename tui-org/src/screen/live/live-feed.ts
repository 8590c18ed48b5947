import { setTimeout as pause } from 'node:timers/promises';
import { ProofSubmittedDocument } from '@cairn/shared-schema/org';
import { type ConnectionState, type GraphqlClient, isRefusal } from '@cairn/tui-kit';
import { type Reach, ValueStore } from '@cairn/tui-kit/screen';
import { isSessionOver } from '../../account/session-over.js';
import type { Workplace } from '../../cli/workplace.js';

/** What is new at the server. */
export type News =
  /** A proof was verified and waits for a decision. */
  | { readonly kind: 'proof'; readonly proofId: string; readonly programId: string }
  /** The connection is there again: whatever was read may have changed meanwhile. */
  | { readonly kind: 'again' };

/** How long it waits before it asks a server again that has refused it, in milliseconds. */
const RETRY_MS = 5000;

/** One subscription to the organization's new proofs: it tells what is new, and how the way to the server stands. */
export class LiveFeed {
  readonly reach = new ValueStore<Reach>('connecting');
  readonly #listeners = new Set<(news: News) => void>();
  #wasLost = false;

  constructor(private readonly place: Pick<Workplace, 'server' | 'signal'>) {}

  /** @returns what ends it */
  follow(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Listens until the place's signal is aborted; connects again and renews the session by itself.
   * @throws ClientError NOT_LOGGED_IN, SESSION_EXPIRED or OTHER_ACCOUNT, when somebody has to log in again
   */
  async listen(): Promise<void> {
    const { server, signal } = this.place;
    while (!signal.aborted) {
      try {
        // Before it connects: the library would take a session that has ended for a broken line.
        await server.session();
        // A token that has ended is renewed by `call`.
        await server.call((api) => this.#hear(api));
      } catch (error) {
        if (signal.aborted) return;
        if (isSessionOver(error)) throw error;
        if (isRefusal(error, 'INVALID_TOKEN')) continue;
        this.#connection('lost');
      }
      await pause(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #hear(api: GraphqlClient): Promise<void> {
    const { signal } = this.place;
    const onConnection = (state: ConnectionState): void => this.#connection(state);
    for await (const event of api.subscribe(ProofSubmittedDocument, {}, { signal, onConnection })) {
      const { id, inputGroup } = event.proofSubmitted.node;
      this.#tell({ kind: 'proof', proofId: id, programId: inputGroup.program.id });
    }
  }

  #connection(state: Reach): void {
    if (this.place.signal.aborted) return;
    // While it tries again, one is still without a connection.
    if (state === 'connecting' && this.#wasLost) return;
    this.reach.set(state);
    if (state === 'lost') this.#wasLost = true;
    if (state !== 'connected' || !this.#wasLost) return;
    this.#wasLost = false;
    this.#tell({ kind: 'again' });
  }

  #tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }
}
