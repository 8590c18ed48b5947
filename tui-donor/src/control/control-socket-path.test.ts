import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlSocketPath } from './control-socket-path.js';
import { isOwnFolder, makeOwnFolder } from './own-folder.js';

test('lies in the data folder, where that is short enough for the system', () => {
  expect(controlSocketPath('/home/a/donor')).toBe('/home/a/donor/control/socket');
  const long = `/home/${'a'.repeat(100)}`;
  const path = controlSocketPath(long, 1000);
  expect(path).toMatch(/^\/tmp\/cairn-donor-1000\/[0-9a-f]{32}$/u);
  expect(controlSocketPath(long, 1000)).toBe(path);
  expect(controlSocketPath(`${long}b`, 1000)).not.toBe(path);
  // Bytes count, not characters.
  expect(controlSocketPath(`/home/${'ä'.repeat(45)}`, 1000)).toMatch(/^\/tmp/u);
});

test('refuses a link in the place of a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-'));
  await symlink(folder, join(folder, 'link'));
  expect(isOwnFolder(join(folder, 'link'))).toBe(false);
  expect(() => makeOwnFolder(join(folder, 'link'))).toThrow('is not a folder of this user');
  await rm(folder, { recursive: true });
});
