import type { Target } from '../../selection/target.js';
import { readSavedSettings } from '../../settings/saved-settings.js';
import { keeperWorld } from './test/keeper-world.js';

const FOLD: Target = { kind: 'program', id: 'fold' };
const CUT: Target = { kind: 'program', id: 'cut' };
const FOLDERS: Target = { kind: 'organization', id: 'folders' };

test('ranks, moves and forgets, in force and saved at once', async () => {
  await using world = await keeperWorld();
  const { keeper, places } = world;
  expect(await keeper.togglePreferred(FOLD)).toBe('Preferred: place 1 of 1');
  expect(await keeper.togglePreferred(CUT)).toBe('Preferred: place 2 of 2');
  expect(await keeper.togglePreferred(FOLDERS)).toBe('Preferred: place 3 of 3');
  expect(await keeper.move(FOLDERS, -1)).toBe('place 2 of 3');
  expect(await keeper.move(FOLD, -1)).toBe('place 1 of 3');
  expect(keeper.selection.get().preferred).toEqual([FOLD, FOLDERS, CUT]);
  expect(readSavedSettings(places.dataDir, ['preferred'])).toEqual({
    preferred: 'program:fold,organization:folders,program:cut',
  });
  expect(await keeper.togglePreferred(FOLDERS)).toBe('Not preferred any more');
  expect(await keeper.move(FOLDERS, 1)).toContain('* puts it into the list');
  expect(keeper.selection.get().preferred).toEqual([FOLD, CUT]);
});

test('blocks, and allows again', async () => {
  await using world = await keeperWorld();
  const { keeper } = world;
  expect(await keeper.toggleBlocked(FOLDERS)).toBe('Blocked: no work for this organization');
  expect(keeper.selection.get().blocked).toEqual([FOLDERS]);
  expect(await keeper.toggleBlocked(FOLDERS)).toBe('Not blocked any more');
  expect(keeper.selection.get().blocked).toEqual([]);
});

test('says when a flag of this run comes first', async () => {
  await using world = await keeperWorld({ blocked: 'program:cut' });
  const { keeper, places } = world;
  expect(await keeper.toggleBlocked(FOLD)).toBe('Saved, but --blocked comes first');
  expect(keeper.selection.get().blocked).toEqual([CUT]);
  expect(readSavedSettings(places.dataDir, ['blocked'])).toEqual({ blocked: 'program:fold' });
});

test('loses none of several changes at once', async () => {
  await using world = await keeperWorld();
  const { keeper, places } = world;
  const told = await Promise.all([
    keeper.toggleBlocked(FOLD),
    keeper.toggleBlocked(FOLDERS),
    keeper.togglePreferred(CUT),
    keeper.move(CUT, 1),
    keeper.togglePreferred(CUT),
  ]);
  expect(told.slice(2)).toEqual(['Preferred: place 1 of 1', 'place 1 of 1', 'Not preferred any more']);
  expect(keeper.selection.get()).toMatchObject({ blocked: [FOLD, FOLDERS], preferred: [] });
  expect(readSavedSettings(places.dataDir, ['blocked', 'preferred'])).toMatchObject({
    blocked: 'program:fold,organization:folders',
  });
});
