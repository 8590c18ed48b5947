import { ValueStore } from '@cairn/tui-kit/screen';
import type { DonorApi } from '../../server/donor-api.js';
import type { FinishedWork } from '../../store/work-store.js';
import type { PieceOfWork } from '../../work/piece-of-work.js';
import type { JudgedPiece, Verdict } from './finished-piece.js';
import { verdictOf } from './verdict-of.js';

/** What a feed reads. */
export interface HistorySource {
  readonly api: Pick<DonorApi, 'pieceStanding' | 'groupUpdates'>;
  readonly store: { finished(most: number): FinishedWork[] };
}

/** Pieces that are read, the newest ones. */
const MOST_SHOWN = 10_000;
/** Proofs that are asked about in one go, the newest first. */
const MOST_ASKED = 50;
/** Proofs whose decisions are waited for; each is a subscription. */
const MOST_WATCHED = 3;

/** Everything that was finished here, and what became of it at the server. Follows the newest undecided proofs live. */
export class HistoryFeed {
  readonly pieces = new ValueStore<readonly JudgedPiece[]>([]);
  /** What went wrong when the server was asked. */
  readonly trouble = new ValueStore<string | undefined>(undefined);
  readonly #verdicts = new Map<string, Verdict>();
  readonly #watched = new Map<string, AbortController>();
  readonly #closing = new AbortController();
  #refreshing: Promise<boolean> | undefined;
  #next: Promise<boolean> | undefined;

  constructor(private readonly source: HistorySource) {}

  /**
   * Reads what is finished, and asks how the undecided proofs stand. One refresh at a time: all who ask for one while one
   * is under way get the one after it.
   * @returns whether the server could be asked
   */
  refresh(): Promise<boolean> {
    if (this.#refreshing !== undefined) {
      this.#next ??= this.#refreshing.then(() => {
        this.#next = undefined;
        return this.refresh();
      });
      return this.#next;
    }
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  close(): void {
    this.#closing.abort();
    for (const watch of this.#watched.values()) watch.abort();
  }

  async #refresh(): Promise<boolean> {
    if (this.#closing.signal.aborted) return false;
    this.#read();
    const undecided = this.pieces.get().filter(isUndecided).slice(0, MOST_ASKED);
    try {
      for (const { piece } of undecided) await this.#ask(piece);
      this.trouble.set(undefined);
    } catch (error) {
      if (!this.#closing.signal.aborted)
        this.trouble.set(error instanceof Error ? error.message : String(error));
    }
    this.#watch();
    return this.trouble.get() === undefined && !this.#closing.signal.aborted;
  }

  async #ask({ clientKey, reservation, proof }: PieceOfWork): Promise<void> {
    if (reservation === undefined || proof === undefined) return;
    const group = await this.source.api.pieceStanding(reservation.inputGroup.id, this.#closing.signal);
    const verdict = verdictOf(proof.sha256, group);
    this.#verdicts.set(clientKey, verdict);
    this.pieces.update((pieces) =>
      pieces.map((judged) => (judged.piece.clientKey === clientKey ? { ...judged, verdict } : judged)),
    );
  }

  #read(): void {
    const pieces = this.source.store.finished(MOST_SHOWN);
    this.pieces.set(
      pieces.map((finished) => ({
        ...finished,
        verdict: this.#verdicts.get(finished.piece.clientKey) ?? { state: 'unknown' },
      })),
    );
  }

  /** Follows the newest undecided proofs, and no others. */
  #watch(): void {
    if (this.#closing.signal.aborted) return;
    const newest = this.pieces.get().filter(isUndecided).slice(0, MOST_WATCHED);
    const keys = new Set(newest.map(({ piece }) => piece.clientKey));
    for (const [key, watch] of this.#watched) {
      if (keys.has(key)) continue;
      watch.abort();
      this.#watched.delete(key);
    }
    for (const { piece } of newest) {
      if (this.#watched.has(piece.clientKey)) continue;
      const watch = new AbortController();
      this.#watched.set(piece.clientKey, watch);
      void this.#follow(piece, watch.signal);
    }
  }

  async #follow(piece: PieceOfWork, signal: AbortSignal): Promise<void> {
    const id = piece.reservation?.inputGroup.id ?? '';
    try {
      for await (const { inputGroupUpdated } of this.source.api.groupUpdates(id, signal)) {
        if (inputGroupUpdated.state !== 'PROVEN') await this.#ask(piece);
      }
    } catch {
      // The group is gone, or may not be followed: what is asked at the next refresh says so.
    }
  }
}

/** Whether a proof of ours was accepted, and nobody has decided on it, as far as we know. */
function isUndecided({ outcome, piece, verdict }: JudgedPiece): boolean {
  const isOpen = verdict.state === 'unknown' || verdict.state === 'waiting';
  return outcome === 'proven' && piece.proof !== undefined && isOpen;
}
