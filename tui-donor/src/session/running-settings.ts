import type { SettingChange } from '../events/donor-event.js';
import type { GovernorSettings } from '../governor/governor-settings.js';
import type { Limits } from '../governor/limits.js';
import { changeSetting } from '../settings/change-setting.js';
import {
  type DonorSettingPlaces,
  type DonorSettings,
  loadDonorSettings,
} from '../settings/donor-settings.js';
import { governorSettingsOf, limitsOf } from '../settings/governor-settings-of.js';
import { type ShownSetting, showSettings } from '../settings/show-settings.js';

/** The settings of a running donor, and the cap that the person gave for the moment. */
export class RunningSettings {
  #cap: number | undefined;
  /** What was asked for last; each begins when the one before it is done, so that the last one holds in the end. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly places: DonorSettingPlaces,
    private readonly maxSteps: number | undefined,
    private current: DonorSettings,
  ) {}

  /** @throws UsageError for settings that cannot be used */
  static async load(places: DonorSettingPlaces, maxSteps: number | undefined): Promise<RunningSettings> {
    return new RunningSettings(places, maxSteps, await loadDonorSettings(places));
  }

  get values(): DonorSettings {
    return this.current;
  }

  /** CPUs that hold in place of the settings', on a machine in use and on an idle one. */
  get cap(): number | undefined {
    return this.#cap;
  }

  /** @param cpus undefined for those of the settings */
  capAt(cpus: number | undefined): void {
    this.#cap = cpus;
  }

  /** What they mean to the governor. */
  get governor(): GovernorSettings {
    const settings = governorSettingsOf(this.current);
    const cpus = this.#cap;
    if (cpus === undefined) return settings;
    const { inUse, idle } = settings;
    return { ...settings, inUse: { ...inUse, cpus }, idle: { ...idle, cpus } };
  }

  /** What they mean to a piece of work, whatever the machine has free. */
  get limits(): Limits {
    return limitsOf(this.current, this.maxSteps);
  }

  /**
   * Reads them anew. A cap of the moment holds until CPUs are what was changed.
   * @returns what is another than before
   * @throws UsageError for what cannot be used; then all stays as it was
   */
  reload(): Promise<SettingChange[]> {
    return this.#inTurn(() => this.#takeUp());
  }

  /**
   * Saves a setting, or forgets the saved one, and takes up what came of it.
   * @throws UsageError, ClientError for settings that cannot be saved; then all stays as it was
   */
  save(key: string, value: string | undefined): Promise<SettingChange[]> {
    return this.#inTurn(async () => {
      await changeSetting({ ...this.places, flags: {} }, key, value);
      return await this.#takeUp();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #takeUp(): Promise<SettingChange[]> {
    const before = new Map(showSettings(this.current).map((shown) => [shown.key, shown]));
    const settings = await loadDonorSettings(this.places);
    const { cpus, idleCpus } = this.current;
    if (settings.cpus.value !== cpus.value || settings.idleCpus.value !== idleCpus.value)
      this.#cap = undefined;
    this.current = settings;
    return showSettings(settings)
      .filter((now) => !isSame(now, before.get(now.key)))
      .map(({ key, value, origin }) => ({ key, value, from: origin.name }));
  }
}

function isSame(one: ShownSetting, other: ShownSetting | undefined): boolean {
  return one.value === other?.value && one.origin.name === other.origin.name;
}
