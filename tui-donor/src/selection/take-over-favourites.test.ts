import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { changeSetting } from '../settings/change-setting.js';
import type { DonorSettingPlaces } from '../settings/donor-settings.js';
import { readSavedSettings, savedSettingsFile } from '../settings/saved-settings.js';
import { databaseFile, openDatabase } from '../store/open-database.js';
import { takeOverFavourites } from './take-over-favourites.js';

/** The database as version 2 left it, with these favourites. */
function favouritesOfVersion2(dataDir: string, programs: readonly string[]): void {
  openDatabase(dataDir).close();
  const database = new DatabaseSync(databaseFile(dataDir));
  database.exec(`
    create table favourite (
      server_url text not null,
      program_id text not null,
      primary key (server_url, program_id)
    ) strict;
    pragma user_version = 2`);
  const add = database.prepare('insert into favourite values (?, ?)');
  for (const program of programs) add.run('http://server', program);
  database.close();
}

function placesIn(dataDir: string): DonorSettingPlaces {
  return { flags: {}, env: {}, dataDir, configFile: '/nowhere/dev.json' };
}

const preferredIn = (dataDir: string) => readSavedSettings(dataDir, ['preferred']).preferred;

test('favourites become preferred, behind who is, once', async () => {
  await using folder = await temporaryFolder();
  const places = placesIn(folder.path);
  favouritesOfVersion2(folder.path, ['second', 'first', 'no/id']);
  await changeSetting(places, 'preferred', 'program:first,organization:o1');
  await takeOverFavourites(places);
  await takeOverFavourites(places);
  const expected = 'program:first,organization:o1,program:second';
  expect(preferredIn(folder.path)).toBe(expected);
  // The database drops them only afterwards.
  openDatabase(folder.path).close();
  await changeSetting(places, 'preferred', 'none');
  await takeOverFavourites(places);
  expect(preferredIn(folder.path)).toBe('none');
});

test('more than the list takes stand in nobody’s way', async () => {
  await using folder = await temporaryFolder();
  favouritesOfVersion2(
    folder.path,
    Array.from({ length: 60 }, (_, at) => `p${at}`),
  );
  await takeOverFavourites(placesIn(folder.path));
  expect(String(preferredIn(folder.path)).split(',')).toHaveLength(50);
});

test('without any nothing is saved, and nothing made', async () => {
  await using folder = await temporaryFolder();
  await takeOverFavourites(placesIn(folder.path));
  expect(existsSync(databaseFile(folder.path))).toBe(false);
  openDatabase(folder.path).close();
  await takeOverFavourites(placesIn(folder.path));
  expect(existsSync(savedSettingsFile(folder.path))).toBe(false);
});
