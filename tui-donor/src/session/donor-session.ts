import type { SteerableDonor } from '../control/steerable-donor.js';
import type { Credit } from '../credit/credit.js';
import type { SettingChange, Tally } from '../events/donor-event.js';
import type { Decision } from '../governor/decision/decide.js';
import type { Governor } from '../governor/governor.js';
import { type Wish, WORK } from '../governor/governor-settings.js';
import type { Limits } from '../governor/limits.js';
import { withinRoom } from '../governor/room.js';
import { selectionOf } from '../selection/selection-of.js';
import { takeOverFavourites } from '../selection/take-over-favourites.js';
import type { DonorApi } from '../server/donor-api.js';
import type { DonorSettings } from '../settings/donor-settings.js';
import type { WorkStore } from '../store/work-store.js';
import { type RunOptions, runDonor } from '../work/run-donor.js';
import { TallyKeeper } from '../work/tally-keeper.js';
import type { Workbench } from '../work/workbench.js';
import type { DonorStatus } from './donor-status.js';
import { EventHub } from './event-hub.js';
import { followWork, NOTHING_SEEN } from './follow-work.js';
import { RunningSettings } from './running-settings.js';
import { openTools, type SessionParts, type SessionTools } from './session-tools.js';
import { statusOf } from './status-of.js';

/**
 * A donor at work, and all that one can do to it: whoever steers it, a screen, the control socket or a signal, does it
 * through this.
 */
export class DonorSession implements SteerableDonor {
  readonly #startedAt = new Date().toISOString();
  #finish = new AbortController();
  #seen = NOTHING_SEEN;

  private constructor(
    private readonly parts: SessionParts,
    private readonly running: RunningSettings,
    private readonly tools: SessionTools,
    readonly events: EventHub,
  ) {
    this.events.follow((event) => {
      this.#seen = followWork(this.#seen, event);
    });
  }

  /** @throws UsageError for settings that cannot be used; ClientError when another donor works in the folder */
  static async open(parts: SessionParts): Promise<DonorSession> {
    await takeOverFavourites(parts.places);
    const settings = await RunningSettings.load(parts.places, parts.maxSteps);
    const events = new EventHub();
    return new DonorSession(parts, settings, await openTools(parts, settings, events), events);
  }

  get api(): DonorApi {
    return this.tools.api;
  }

  get store(): WorkStore {
    return this.tools.store;
  }

  get credit(): Credit {
    return this.tools.credit;
  }

  get settings(): DonorSettings {
    return this.running.values;
  }

  /** What the settings allow a piece of work, whatever the machine has free. */
  get limits(): Limits {
    return this.running.limits;
  }

  get dataDir(): string {
    return this.parts.places.dataDir;
  }

  get isFinishing(): boolean {
    return this.#finish.signal.aborted;
  }

  /** What holds of the machine and the person's wish. */
  get decision(): Decision {
    return this.tools.governor.decision;
  }

  /** What the person asked for last. */
  get wish(): Wish {
    return this.tools.governor.wish;
  }

  /** CPUs that the person allows for the moment, in place of the settings'. */
  get capOfTheMoment(): number | undefined {
    return this.running.cap;
  }

  /** The prover that works now. */
  get atWork(): Governor['atWork'] {
    return this.tools.governor.atWork;
  }

  /** Works until there is no more to do, `finish`, or the signal. When it has ended, it may be called again. */
  async run(signal: AbortSignal): Promise<Tally> {
    this.#seen = { ...this.#seen, phase: 'connecting' };
    await this.tools.governor.start();
    const found = await this.#serverLimits(signal);
    if (found === undefined) return this.#endBeforeItBegan();
    this.#tellOfTheStart();
    return await runDonor(this.#bench(found.maxExecutionBytes), this.#options(), signal);
  }

  status(): DonorStatus {
    const { dataDir, isFinishing, decision, capOfTheMoment } = this;
    return statusOf(this.#seen, {
      ...{ startedAt: this.#startedAt, dataDir, isFinishing, decision },
      server: this.api.address.url,
      mode: this.parts.options.mode,
      maxMemory: this.settings.maxMemory.value,
      cap: capOfTheMoment ?? null,
    });
  }

  pause(): void {
    this.tools.governor.wants({ kind: 'pause' });
  }

  resume(): void {
    this.tools.governor.wants(WORK);
  }

  snooze(seconds: number): void {
    this.tools.governor.wants({ kind: 'snooze', until: Date.now() + seconds * 1000 });
  }

  finish(): void {
    this.#finish.abort();
  }

  /** Takes `finish` back, as long as the work has not ended. */
  keepOn(): void {
    if (this.isFinishing) this.#finish = new AbortController();
  }

  cap(cpus: number | null): void {
    this.running.capAt(cpus ?? undefined);
    this.tools.governor.configure(this.running.governor);
  }

  async reload(): Promise<void> {
    this.#takeUp(await this.running.reload());
  }

  /**
   * Saves a setting, or forgets the saved one where the value is undefined, and takes up what came of it.
   * @throws UsageError; then all stays as it was
   */
  async change(key: string, value: string | undefined): Promise<void> {
    this.#takeUp(await this.running.save(key, value));
  }

  /** Stops what runs, for a moment in which this process cannot look after it. */
  standStill(): void {
    this.tools.governor.standStill();
  }

  /** Lets run again what may. */
  goOn(): void {
    this.tools.governor.goOn();
  }

  /** Gives everything free. */
  async close(): Promise<void> {
    await this.tools[Symbol.asyncDispose]();
  }

  #takeUp(changes: readonly SettingChange[]): void {
    this.tools.governor.configure(this.running.governor);
    if (changes.length > 0) this.events.emit({ event: 'configured', changes });
  }

  #tellOfTheStart(): void {
    const { threads } = this.tools.governor;
    const { server, mode, dataDir, maxMemory, cpus } = this.status();
    this.events.emit({ event: 'started', server, mode, cpus, threads, maxMemory, dataDir });
  }

  /** The limits on it are those of the settings, and of the machine, as they are when somebody looks. */
  #bench(maxExecutionBytes: number): Workbench {
    const { running, tools, dataDir, events } = this;
    return {
      ...tools,
      get limits() {
        return withinRoom(running.limits, tools.governor.room);
      },
      get selection() {
        return selectionOf(running.values);
      },
      onSelection: (listener) => events.follow(({ event }) => void (event === 'configured' && listener())),
      get maxPageSize() {
        return running.values.maxPageSize.value;
      },
      ...{ dataDir, maxExecutionBytes, emit: events.emit },
    };
  }

  #options(): RunOptions {
    const finish = (): AbortSignal => this.#finish.signal;
    return {
      ...this.parts.options,
      get finish() {
        return finish();
      },
    };
  }

  /** What the server takes; undefined when `finish` came before it answered. */
  async #serverLimits(signal: AbortSignal): Promise<{ maxExecutionBytes: number } | undefined> {
    const { signal: finish } = this.#finish;
    const either = AbortSignal.any([signal, finish]);
    return this.api.limits(this.parts.options.wait, either).catch((error: unknown) => {
      signal.throwIfAborted();
      if (!finish.aborted) throw error;
      return undefined;
    });
  }

  #endBeforeItBegan(): Tally {
    const { tally } = new TallyKeeper();
    this.events.emit({ event: 'stopped', why: 'finished', ...tally });
    return tally;
  }
}
