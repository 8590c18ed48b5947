import { changeSetting } from '../settings/change-setting.js';
import type { DonorSettingPlaces } from '../settings/donor-settings.js';
import { formatTargets } from '../settings/readers/read-targets.js';
import type { Target } from './target.js';

/** The lists of those who are worked for first, and of those who never are. */
export type TargetList = 'preferred' | 'blocked';

/**
 * Changes one of the lists as it is without the flags of this run, and saves it.
 * @throws UsageError for a list that cannot be
 */
export async function changeTargets(
  places: DonorSettingPlaces,
  list: TargetList,
  change: (before: readonly Target[]) => readonly Target[],
): Promise<void> {
  await changeSetting({ ...places, flags: {} }, list, ({ [list]: before }) =>
    formatTargets(change(before.value)),
  );
}
