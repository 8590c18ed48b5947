import type { ProverChild } from '@cairn/prover';
import type { EventListener } from '../events/donor-event.js';
import { threadsFor } from './cap/duty-cycle.js';
import { type Decision, decide, type GovernorState } from './decision/decide.js';
import { DrivenChild } from './driven-child.js';
import { type GovernorSettings, type Wish, WORK } from './governor-settings.js';
import { minuteOfWeek } from './hours/week-hours.js';
import { roomIn } from './room.js';
import type { Sample } from './sample.js';
import type { Sampler } from './samplers/sampler.js';
import { tellChanges } from './tell-changes.js';

/** What a governor is made with. */
export interface GovernorParts {
  readonly settings: GovernorSettings;
  readonly sampler: Sampler;
  readonly emit: EventListener;
  /** Milliseconds of a clock that only goes forward; for tests one that is faster. */
  readonly clock?: () => number;
}

/** Milliseconds from one sample to the next: a burst of other programs' work must pause ours within two seconds. */
const SAMPLE_EVERY_MS = 500;

/** Keeps the work within what the donor allows: samples the machine, decides, stops and continues the prover, tells why. */
export class Governor {
  #settings: GovernorSettings;
  #wish: Wish = WORK;
  #state: GovernorState = {};
  #decision: Decision | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  #isClosed = false;
  #measured: Awaited<ReturnType<Sampler['measure']>> = {};
  readonly #driven = new Set<DrivenChild>();
  readonly #waiting = new Set<() => void>();
  readonly #tell: (decision: Decision) => void;
  readonly #clock: () => number;

  constructor(private readonly parts: GovernorParts) {
    this.#settings = parts.settings;
    this.#clock = parts.clock ?? (() => performance.now());
    this.#tell = tellChanges(parts.emit, parts.settings.inUse.cpus, this.#clock);
  }

  get settings(): GovernorSettings {
    return this.#settings;
  }

  /** What the person asked for last. */
  get wish(): Wish {
    return this.#wish;
  }

  /** What holds now. */
  get decision(): Decision {
    this.#decision ??= this.#decide();
    return this.#decision;
  }

  /** Bytes that a proof may take now, so that as much stays free as is to; undefined where the system does not tell. */
  get room(): number | undefined {
    const { idle, inUse } = this.#settings;
    return roomIn(this.#measured, this.decision.isIdle ? idle : inUse);
  }

  /** The process that works now, and the threads with which it does. */
  get atWork(): Pick<DrivenChild, 'pid' | 'threads'> | undefined {
    return [...this.#driven].at(-1);
  }

  /** Threads for a prover that may be as fast as the wider of the two limits allows. */
  get threads(): number {
    const { inUse, idle } = this.#settings;
    return threadsFor(Math.max(inUse.cpus, idle.cpus));
  }

  /** Takes the first sample and goes on sampling until `close`. A second time it does nothing. */
  async start(): Promise<void> {
    if (this.#isStarted) return;
    this.#isStarted = true;
    await this.#measure();
    this.#apply();
    this.#schedule();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** Takes up what the person wants from now on. */
  wants(wish: Wish): void {
    this.#wish = wish;
    this.#apply();
  }

  /** Takes up changed settings at once. A pause that began holds until its rule lets go, or is switched off. */
  configure(settings: GovernorSettings): void {
    this.#settings = settings;
    this.#apply();
  }

  /** Stops what runs, until `goOn` or the next sample: for a moment in which this process cannot look after it. */
  standStill(): void {
    for (const child of this.#driven) child.allow(0);
  }

  /** Lets run again what may. */
  goOn(): void {
    this.#apply();
  }

  /**
   * Waits until the work may run.
   * @throws the reason of the signal
   */
  async mayRun(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.decision.run) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = (): void => reject(signal.reason);
    this.#waiting.add(resolve);
    signal.addEventListener('abort', giveUp, { once: true });
    await promise.finally(() => {
      this.#waiting.delete(resolve);
      signal.removeEventListener('abort', giveUp);
    });
  }

  /**
   * Drives a child of the prover.
   * @param threads with which it computes
   * @param onMemoryNeeded what ends it when only its memory keeps the work from going on
   * @returns what ends the driving; the child is left running
   */
  drive(child: ProverChild, threads: number, onMemoryNeeded: () => void = () => {}): () => void {
    const driven = new DrivenChild(child, threads, this.#cpusNow(), onMemoryNeeded);
    driven.rank(this.#settings.sessionPriority);
    this.#driven.add(driven);
    return () => {
      this.#driven.delete(driven);
      driven.release();
    };
  }

  #cpusNow(): number {
    return this.decision.run ? this.decision.cpus : 0;
  }

  #schedule(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(async () => {
      await this.#measure();
      if (!this.#isClosed) this.#apply();
      this.#schedule();
    }, SAMPLE_EVERY_MS);
  }

  async #measure(): Promise<void> {
    this.#measured = await this.parts.sampler.measure(this.#settings.programs);
  }

  #decide(): Decision {
    const now = new Date();
    const sample: Sample = {
      ...this.#measured,
      at: this.#clock(),
      time: now.getTime(),
      minuteOfWeek: minuteOfWeek(now),
    };
    const { state, decision } = decide(this.#state, { settings: this.#settings, wish: this.#wish }, sample);
    this.#state = state;
    return decision;
  }

  #apply(): void {
    this.#decision = this.#decide();
    const cpus = this.#cpusNow();
    for (const child of this.#driven) {
      child.allow(cpus);
      child.rank(this.#settings.sessionPriority);
      if (this.#decision.giveMemoryBack) child.giveMemoryBack();
    }
    this.#tell(this.#decision);
    if (this.#decision.run) for (const resolve of this.#waiting) resolve();
  }
}
