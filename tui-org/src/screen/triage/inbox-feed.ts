import { type ProofFactsFragment, type ProofState, ProofsDocument } from '@cairn/shared-schema/org';
import { ValueStore } from '@cairn/tui-kit/screen';
import { eachPage } from '../../cli/all-pages.js';
import type { Workplace } from '../../cli/workplace.js';
import { inPool } from '../../pool/in-pool.js';
import { type InboxRow, inboxRow } from '../../proofs/inbox-row.js';
import type { JudgedProof } from '../../proofs/judge-proofs.js';
import { LocalKnowledge } from '../../proofs/local-knowledge.js';
import { readProof } from '../../proofs/select-proofs.js';
import type { LiveFeed } from '../live/live-feed.js';
import { problemOf } from '../problem-of.js';

/** The proofs of one state, as far as they have been read. */
export interface Inbox {
  readonly state: ProofState;
  /** The oldest first. */
  readonly rows: readonly InboxRow[];
  /** How many there are at the server; undefined until it has answered. */
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly problem?: string;
}

/** The least time between two pictures of a list that grows, in milliseconds. */
const PICTURE_EVERY_MS = 200;
const REQUESTS_AT_ONCE = 8;

/**
 * The organization's proofs, page by page: the first are there at once, however many there are. New ones come by the live
 * feed; what was judged or decided here is told by whoever did it.
 */
export class InboxFeed {
  readonly inbox = new ValueStore<Inbox>({ state: 'SUBMITTED', rows: [], total: undefined, loading: false });
  readonly #place: Workplace;
  readonly #rows = new Map<string, InboxRow>();
  readonly #news = new Set<string>();
  #isReadingNews = false;
  #turn = 0;
  #picture: NodeJS.Timeout | undefined;

  constructor(place: Workplace, live: Pick<LiveFeed, 'follow'>) {
    this.#place = place;
    live.follow((news) => {
      // Nobody has looked yet: then all is read at once.
      if (this.#turn === 0) return;
      if (news.kind === 'again') this.refresh();
      else void this.read([news.proofId]);
    });
  }

  /** Shows the proofs of a state, and reads them anew. */
  show(state: ProofState): void {
    this.inbox.set({ state, rows: this.inState(state), total: undefined, loading: true });
    this.#begin();
  }

  /** Reads the proofs of the state in sight anew; those that are there stay in sight. */
  refresh(): void {
    this.inbox.update(({ problem: _, ...inbox }) => ({ ...inbox, loading: true }));
    this.#begin();
  }

  /** Reads certain proofs anew, such as those that have just come; many at the same time in one go. */
  async read(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#news.add(id);
    if (this.#isReadingNews) return;
    this.#isReadingNews = true;
    try {
      while (this.#news.size > 0 && !this.#place.signal.aborted) {
        const wanted = [...this.#news];
        this.#news.clear();
        await this.#take(await inPool(wanted, REQUESTS_AT_ONCE, (id) => readProof(this.#place.server, id)));
        this.#draw();
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isReadingNews = false;
    }
  }

  /** What was last read of a proof. */
  find(id: string): ProofFactsFragment | undefined {
    return this.#rows.get(id)?.proof;
  }

  /** Takes in what was found out of a proof. */
  judged(one: JudgedProof): void {
    const before = this.#rows.get(one.proof.id);
    if (before === undefined) return;
    this.#rows.set(one.proof.id, inboxRow({ ...before, verdict: one.verdict }, one.problem));
    this.#draw();
  }

  /** Takes in what was decided on proofs. */
  decided(ids: readonly string[], state: ProofState): void {
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row !== undefined) this.#rows.set(id, { ...row, proof: { ...row.proof, state } });
    }
    this.#draw();
  }

  #begin(): void {
    this.#turn += 1;
    void this.#readAll(this.#turn);
  }

  async #readAll(turn: number): Promise<void> {
    const { state } = this.inbox.get();
    const isOver = (): boolean => turn !== this.#turn || this.#place.signal.aborted;
    const before = this.inState(state).map(({ proof }) => proof.id);
    const seen = new Set<string>();
    try {
      for await (const { nodes, totalCount } of eachPage((page) => this.#page(state, page))) {
        if (isOver()) return;
        await this.#take(nodes);
        if (isOver()) return;
        const isFirst = seen.size === 0;
        for (const { id } of nodes) seen.add(id);
        this.inbox.update((inbox) => ({ ...inbox, total: totalCount }));
        if (isFirst) this.#drawNow();
        else this.#draw();
      }
      // What is not there any more was decided elsewhere.
      for (const id of before)
        if (!seen.has(id) && this.#rows.get(id)?.proof.state === state) this.#rows.delete(id);
      this.inbox.update((inbox) => ({ ...inbox, loading: false }));
      this.#drawNow();
    } catch (error) {
      if (!isOver()) this.#fail(error);
    }
  }

  async #page(state: ProofState, page: { first: number; after: string | null }) {
    return (await this.#place.server.call((api) => api.request(ProofsDocument, { state, ...page }))).proofs;
  }

  async #take(proofs: readonly ProofFactsFragment[]): Promise<void> {
    for (const known of await new LocalKnowledge(this.#place).ofAll(proofs)) {
      const problem = this.#rows.get(known.proof.id)?.problem;
      this.#rows.set(known.proof.id, inboxRow(known, known.verdict === undefined ? problem : undefined));
    }
  }

  #fail(error: unknown): void {
    if (this.#place.signal.aborted) return;
    this.inbox.update((inbox) => ({ ...inbox, loading: false, problem: problemOf(error) }));
  }

  #draw(): void {
    this.#picture ??= setTimeout(() => this.#drawNow(), PICTURE_EVERY_MS);
  }

  #drawNow(): void {
    clearTimeout(this.#picture);
    this.#picture = undefined;
    this.inbox.update((inbox) => ({ ...inbox, rows: this.inState(inbox.state) }));
  }

  /** The proofs of a state that have been read, the oldest first. */
  inState(state: ProofState): InboxRow[] {
    return [...this.#rows.values()].filter(({ proof }) => proof.state === state);
  }
}
