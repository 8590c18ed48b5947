import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import {
  type DonorSettingPlaces,
  type DonorSettings,
  loadDonorSettings,
} from '../../../settings/donor-settings.js';
import { SelectionKeeper } from '../selection-keeper.js';

/** A keeper of wishes over settings in a folder of their own, as a running donor has them. */
export async function keeperWorld(flags: object = {}) {
  const folder = await temporaryFolder();
  const places: DonorSettingPlaces = {
    ...{ flags, env: {}, dataDir: folder.path },
    configFile: join(folder.path, 'none.json'),
  };
  let settings: DonorSettings = await loadDonorSettings(places);
  const donor = {
    get settings() {
      return settings;
    },
    async reload() {
      settings = await loadDonorSettings(places);
    },
  };
  return {
    keeper: new SelectionKeeper(donor, places),
    places,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
