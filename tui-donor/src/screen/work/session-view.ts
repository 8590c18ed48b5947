import { InterruptedError, reportError } from '@cairn/tui-kit';
import { type Reach, ValueStore } from '@cairn/tui-kit/screen';
import type { DonorEvent } from '../../events/donor-event.js';
import type { DonorSession } from '../../session/donor-session.js';
import { type ShownSetting, showSettings } from '../../settings/show-settings.js';
import { hear, type NowState, startNow } from '../now/now-state.js';
import { type ControlState, nextCap } from './control-state.js';
import { isPausedByPerson } from './pause-text.js';
import { sampleUsage } from './sample-usage.js';
import { addSample, type Usage } from './usage.js';

/** How often it looks at what changes without an event, such as the words of a pause, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/** A session as a screen shows it: values that change, and a run that can be begun again. Knows nothing of terminals. */
export class SessionView {
  readonly now: ValueStore<NowState>;
  readonly usage = new ValueStore<Usage>([]);
  readonly control: ValueStore<ControlState>;
  readonly settings: ValueStore<readonly ShownSetting[]>;
  readonly #ends: (() => void)[];
  #shown: DonorSession['settings'];
  #run: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(
    readonly session: DonorSession,
    mostCpus: number,
  ) {
    this.now = new ValueStore(startNow(session.api.address.url));
    this.#shown = session.settings;
    this.settings = new ValueStore<readonly ShownSetting[]>(showSettings(session.settings));
    const stopped = { mostCpus, running: false, error: undefined };
    this.control = new ValueStore<ControlState>({ ...stopped, ...held(session) });
    const looking = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#ends = [
      session.events.follow((event) => this.#hear(event)),
      sampleUsage(
        () => session.atWork?.pid,
        (sample) => this.usage.update((before) => addSample(before, sample)),
      ),
      () => clearInterval(looking),
    ];
  }

  /** Begins to work, or goes on after it has stopped. */
  start(): void {
    if (this.control.get().running) return;
    this.session.keepOn();
    this.#look({ running: true, error: undefined });
    this.now.update((before) => ({ ...before, ended: undefined }));
    const stop = new AbortController();
    this.#run = { stop, ended: this.#work(stop.signal) };
  }

  /** What happens to the connection that brings the news of the reservation. It closes with the reservation, too. */
  connection(state: Reach): void {
    if (state === 'lost' && this.now.get().piece === undefined) return;
    this.now.update((before) => ({ ...before, reach: state }));
  }

  /** Pauses, or takes the person's own pause back. What else speaks against working still does. */
  togglePause(): void {
    if (isPausedByPerson(this.session.decision)) this.session.resume();
    else this.session.pause();
    this.#look();
  }

  snooze(seconds: number): void {
    this.session.snooze(seconds);
    this.#look();
  }

  resume(): void {
    this.session.resume();
    this.#look();
  }

  /** The next cap of the moment, up or down from what holds now. @returns its CPUs */
  stepCap(up: boolean): number {
    this.#look();
    const cpus = nextCap(this.control.get(), up);
    this.session.cap(cpus);
    this.#look();
    return cpus;
  }

  /**
   * Saves a setting, or forgets the saved one where the value is undefined.
   * @throws UsageError; then all stays as it was
   */
  async change(key: string, value: string | undefined): Promise<void> {
    await this.session.change(key, value);
    this.#look();
  }

  /**
   * Reads the settings anew.
   * @throws UsageError; then all stays as it was
   */
  async reload(): Promise<void> {
    await this.session.reload();
    this.#look();
  }

  /** Lets the settings' CPUs hold again. */
  uncap(): void {
    this.session.cap(null);
    this.#look();
  }

  /** Ends when the piece at hand has ended; at once where there is none. A second time takes it back. */
  toggleFinish(): void {
    if (this.session.isFinishing) this.session.keepOn();
    else this.session.finish();
    this.#look();
  }

  /** Ends the work now. What is finished stays on disk, the reservation goes back. */
  async close(): Promise<void> {
    this.#run?.stop.abort(new InterruptedError('SIGINT'));
    await this.#run?.ended;
    for (const end of this.#ends) end();
  }

  async #work(signal: AbortSignal): Promise<void> {
    try {
      await this.session.run(signal);
      this.#look({ running: false });
    } catch (error) {
      const isWanted = error instanceof InterruptedError;
      this.#look({ running: false, error: isWanted ? undefined : reportError(error, {}).text });
    }
  }

  #hear(event: DonorEvent): void {
    this.now.update((before) => hear(before, event, Date.now()));
    this.#look();
  }

  #look(changes: Partial<ControlState> = {}): void {
    const before = this.control.get();
    const now = { ...before, ...changes, ...held(this.session) };
    if (JSON.stringify(now) !== JSON.stringify(before)) this.control.set(now);
    const { settings } = this.session;
    if (settings === this.#shown) return;
    this.#shown = settings;
    this.settings.set(showSettings(settings));
  }
}

/** What holds of a session. */
function held(session: DonorSession): Omit<ControlState, 'mostCpus' | 'running' | 'error'> {
  const { decision, wish, capOfTheMoment } = session;
  return {
    cpus: decision.cpus,
    isCapped: capOfTheMoment !== undefined,
    maxMemory: session.settings.maxMemory.value,
    reasons: decision.reasons,
    snoozedUntil: wish.kind === 'snooze' ? wish.until : undefined,
    finishing: session.isFinishing,
  };
}
