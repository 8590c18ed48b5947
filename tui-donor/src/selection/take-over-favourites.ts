import type { DonorSettingPlaces } from '../settings/donor-settings.js';
import { MOST_TARGETS } from '../settings/readers/read-targets.js';
import { favouritesIn } from '../store/favourites.js';
import { changeTargets } from './change-targets.js';
import { placeOf, withTarget } from './selection.js';
import { parseTarget } from './target.js';

/**
 * Puts the favourites of an earlier version behind those who are preferred, as far as the list takes them. To be done before the
 * database is brought up to date, which drops them; to do it twice does no more.
 * @throws ClientError for settings that cannot be saved
 */
export async function takeOverFavourites(places: DonorSettingPlaces): Promise<void> {
  const favourites = favouritesIn(places.dataDir).flatMap((id) => parseTarget(`program:${id}`) ?? []);
  if (favourites.length === 0) return;
  await changeTargets(places, 'preferred', (before) => {
    const added = favourites.filter((target) => placeOf(before, target) === undefined);
    return added.reduce((list, target) => withTarget(list, target), before).slice(0, MOST_TARGETS);
  });
}
