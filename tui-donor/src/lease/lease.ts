import type { ReservationState } from '@cairn/shared-schema/donor';
import { isRefusal } from '@cairn/tui-kit';
import type { EventListener } from '../events/donor-event.js';
import type { DonorApi } from '../server/donor-api.js';
import type { ReservedPiece } from '../work/piece-of-work.js';
import { type Standing, standingOf } from '../work/standing.js';
import type { WorkUnwanted } from '../work/work-unwanted.js';
import { namesOf } from '../work/workbench.js';
import { renewUntilEnded } from './renew-until-ended.js';
import { WorkEnded } from './work-ended.js';

/** How long giving a lease back may stand in the way of ending, in milliseconds. */
const RELEASE_TIMEOUT_MS = 1200;

/** What a lease needs of the workbench. */
export interface LeaseBench {
  readonly api: Pick<DonorApi, 'renew' | 'release' | 'updates' | 'reservation' | 'groupState'>;
  readonly emit: EventListener;
}

/**
 * A lease while it is worked under: renews it, listens for what happens to it, and gives it back when the donor is
 * interrupted. `signal` ends the work: for an interruption, because it has lost its sense, or because it is not wanted any more.
 */
export class Lease {
  readonly #ended = new AbortController();
  readonly #stopped = new AbortController();
  readonly signal: AbortSignal;
  #held: boolean;
  #tasks: Promise<void>[] = [];

  /**
   * @param held whether the lease is ours now
   * @param interrupt aborts when the donor is to end
   */
  constructor(
    private readonly bench: LeaseBench,
    private readonly piece: ReservedPiece,
    held: boolean,
    private readonly interrupt: AbortSignal,
  ) {
    this.#held = held;
    this.signal = AbortSignal.any([interrupt, this.#ended.signal]);
    interrupt.addEventListener('abort', this.#onInterrupt, { once: true });
    if (held) this.#tasks = [this.#renew(), this.#listen()];
  }

  /** How the work stands: known while the lease is ours, else asked. */
  async standing(): Promise<Standing> {
    if (this.#held) return 'held';
    const { token, inputGroup } = this.piece.reservation;
    const reservation = await this.bench.api.reservation(token, this.interrupt);
    const group =
      reservation?.inputGroup.state ?? (await this.bench.api.groupState(inputGroup.id, this.interrupt));
    return standingOf(reservation?.state, group);
  }

  /** Ends the work for a reason of the donor's own; the lease is still to be given back. */
  end(reason: WorkUnwanted): void {
    this.#ended.abort(reason);
  }

  /** Gives the lease back, as far as that can be done quickly. */
  async release(): Promise<void> {
    if (!this.#held) return;
    this.#held = false;
    // The server frees it by itself at its deadline, should this fail.
    await this.bench.api.release(this.piece.reservation.token, RELEASE_TIMEOUT_MS).catch(() => {});
  }

  /** Ends renewing and listening. Waits for a release that is under way. */
  async stop(): Promise<void> {
    this.interrupt.removeEventListener('abort', this.#onInterrupt);
    this.#stopped.abort();
    await Promise.all(this.#tasks);
  }

  readonly #onInterrupt = (): void => {
    this.#tasks.push(this.release());
  };

  async #renew(): Promise<void> {
    const state = await renewUntilEnded(this.bench.api, this.piece.reservation, this.#stopped.signal);
    if (state !== undefined) this.#onState(state);
  }

  async #listen(): Promise<void> {
    try {
      const updates = this.bench.api.updates(this.piece.reservation.token, this.#stopped.signal);
      for await (const { reservationUpdated } of updates) this.#onState(reservationUpdated.state);
    } catch (error) {
      // Any other failure to listen costs nothing: renewing and submitting tell the same, only later.
      if (isRefusal(error, 'RESERVATION_NOT_FOUND')) this.#onState('CANCELLED');
    }
  }

  #onState(state: ReservationState): void {
    if (state === 'LIVE' || !this.#held) return;
    this.#held = false;
    if (state === 'CANCELLED' || state === 'FAILED') this.#ended.abort(new WorkEnded('gone'));
    else if (state === 'SUPERSEDED') this.#ended.abort(new WorkEnded('settled'));
    else if (state === 'EXPIRED') {
      const why = 'it was not renewed in time';
      this.bench.emit({ event: 'lease-lost', why, goesOn: true, ...namesOf(this.piece) });
    }
  }
}
