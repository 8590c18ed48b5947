import { ValueStore } from '@cairn/tui-kit/screen';
import type { SteerableDonor } from '../../control/steerable-donor.js';
import { changeTargets } from '../../selection/change-targets.js';
import { placeOf, type Selection, withoutTarget, withTarget } from '../../selection/selection.js';
import { selectionOf } from '../../selection/selection-of.js';
import type { Target } from '../../selection/target.js';
import type { DonorSettingPlaces } from '../../settings/donor-settings.js';

/** Whom the person wants to work for, and not, as it stands in the settings; changes are saved and in force at once. */
export class SelectionKeeper {
  readonly selection: ValueStore<Selection>;
  /** The last change that was asked for; each begins when the one before it is saved. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly donor: Pick<SteerableDonor, 'settings' | 'reload'>,
    private readonly places: DonorSettingPlaces,
  ) {
    this.selection = new ValueStore(selectionOf(donor.settings));
  }

  /** Looks again: the settings may have been changed elsewhere. */
  look(): void {
    this.selection.set(selectionOf(this.donor.settings));
  }

  /** Puts one at the end of the list, or takes it out. @returns what happened, for people */
  togglePreferred(target: Target): Promise<string> {
    return this.#inTurn(() => this.#togglePreferred(target));
  }

  /** Moves one up or down in the list. */
  move(target: Target, by: 1 | -1): Promise<string> {
    return this.#inTurn(() => this.#move(target, by));
  }

  /** Blocks one, or takes the block away. */
  toggleBlocked(target: Target): Promise<string> {
    return this.#inTurn(() => this.#toggleBlocked(target));
  }

  #inTurn(change: () => Promise<string>): Promise<string> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => {});
    return done;
  }

  async #togglePreferred(target: Target): Promise<string> {
    const isIn = placeOf(this.selection.get().preferred, target) !== undefined;
    const done = await this.#change('preferred', (list) =>
      isIn ? withoutTarget(list, target) : withTarget(list, target),
    );
    return done ?? (isIn ? 'Not preferred any more' : `Preferred: ${this.#placeText(target)}`);
  }

  async #move(target: Target, by: 1 | -1): Promise<string> {
    const place = placeOf(this.selection.get().preferred, target);
    if (place === undefined) return 'It is not preferred: * puts it into the list';
    const to = Math.max(1, place + by);
    return (
      (await this.#change('preferred', (list) => withTarget(list, target, to))) ?? this.#placeText(target)
    );
  }

  async #toggleBlocked(target: Target): Promise<string> {
    const isIn = placeOf(this.selection.get().blocked, target) !== undefined;
    const done = await this.#change('blocked', (list) =>
      isIn ? withoutTarget(list, target) : withTarget(list, target),
    );
    return done ?? (isIn ? 'Not blocked any more' : `Blocked: no work for this ${target.kind}`);
  }

  #placeText(target: Target): string {
    const { preferred } = this.selection.get();
    return `place ${placeOf(preferred, target)} of ${preferred.length}`;
  }

  /** @returns why it could not be done, or is not in force; undefined where it is */
  async #change(
    list: 'preferred' | 'blocked',
    change: (before: readonly Target[]) => readonly Target[],
  ): Promise<string | undefined> {
    try {
      await changeTargets(this.places, list, change);
      await this.donor.reload();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      this.look();
    }
    const { origin } = this.donor.settings[list];
    return origin.source === 'saved' ? undefined : `Saved, but ${origin.name} comes first`;
  }
}
