import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, SIZES, startApi, temporaryFolder } from '@cairn/tui-kit/test';
import { startLab } from '../../test/with-api.js';
import { orgInShell } from '../test/org-in-shell.js';

const PASSWORD = 'correct horse battery';

/** Where a session is kept below a data folder that knows one server. */
async function sessionFile(dataDir: string): Promise<string> {
  const [server = ''] = await readdir(join(dataDir, 'servers'));
  return join(dataDir, 'servers', server, 'session.json');
}

test('registers, is remembered by a file that only the user can read, and is in again at once', async () => {
  await using lab = await startLab();
  const dataDir = join(lab.folder, 'newcomer');
  await using shell = await orgInShell({ ...lab, dataDir }, { columns: 60, rows: 16 });
  await shell.shows('● connected');
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/Server +http:.*Cairn +\d+\.\d+.*r +Register/su);
  }
  shell.press('r');
  await shell.shows('Organization');
  shell.press('new lab', 'tab', 'New ', 'Lab', 'tab', 'folds', 'tab', 'short', 'enter');
  await shell.shows('✗ type at least 8 characters');
  shell.press('ctrl-u', ` ${PASSWORD}`, 'enter', PASSWORD, 'enter');
  await shell.shows('✗ the two passwords differ');
  shell.press('tab', 'tab', 'tab', ` ${PASSWORD}`, 'enter', ` ${PASSWORD}`, 'enter');
  await shell.shows('New Lab › Programs');
  expect(shell.screen.raw).not.toContain(PASSWORD);
  shell.press('q');
  await shell.isIntact(0);

  expect((await stat(await sessionFile(dataDir))).mode & 0o777).toBe(0o600);
  await using again = await orgInShell({ ...lab, dataDir });
  await again.shows(/\[1 Programs\].*● connected.*New Lab › Programs/su);
  again.press('ctrl-c');
  await again.isIntact(130);
}, 60_000);

test('a wrong password is told, and what was typed beside it stays', async () => {
  await using lab = await startLab();
  await using shell = await orgInShell({ ...lab, dataDir: join(lab.folder, 'other') });
  await shell.shows('● connected');
  shell.press('l');
  await shell.shows('Username');
  shell.press('LAB', 'tab', 'not the one', 'enter');
  await shell.shows(/Username +LAB.*✗ .*Check both/su);
  shell.press('tab', PASSWORD, 'enter');
  await shell.shows('Lab › Programs');
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);

test('a server that is away is shown, and so is that it is there again', async () => {
  await using folder = await temporaryFolder();
  const data = { dataDir: join(folder.path, 'server') };
  const first = await startApi(data);
  const place = { url: first.url, dataDir: join(folder.path, 'org') };
  await using shell = await orgInShell(place);
  await shell.shows('● connected');
  shell.press('r');
  await shell.shows('Organization');
  shell.press('lab', 'tab', 'Lab', 'tab', 'tab', PASSWORD, 'enter', PASSWORD, 'enter');
  await shell.shows(/● connected.*Lab › Programs/su);
  await first.stop();
  await shell.shows('○ offline, connecting again');
  shell.press('r');
  await shell.shows('r tries again');
  const second = await startApi({ ...data, port: first.port });
  await shell.shows(/● connected.*No programs yet/su, 30_000);
  shell.press('q');
  await shell.isIntact(0);
  await second.stop();
}, 90_000);

test('a session that was ended elsewhere leads back to the door, and says why', async () => {
  await using lab = await startLab();
  await using copy = await temporaryFolder();
  await using shell = await orgInShell(lab);
  await shell.shows(/● connected.*Lab › Programs/su);
  shell.press('q');
  await shell.isIntact(0);
  await cp(lab.dataDir, copy.path, { recursive: true });
  await lab.org('logout');
  const file = await sessionFile(copy.path);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/"expiresAt": ?"20/u, '"expiresAt":"19'));
  await using old = await orgInShell({ ...lab, dataDir: copy.path });
  await old.shows(/✗ the session of lab .* has expired.*l +Log in/su);
  old.press('q');
  await old.isIntact(0);
}, 60_000);
