import { join } from 'node:path';
import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { labAt, startLab } from '../../test/with-api.js';
import { orgInShell } from '../test/org-in-shell.js';

const PASSWORD = 'correct horse battery';

test('makes a token and ends it, changes the password, and deletes the account', async () => {
  await using lab = await startLab();
  await using shell = await orgInShell(lab, { columns: 60, rows: 16 });
  await shell.shows(/● connected.*Lab › Programs/su);
  shell.press('6');
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/Username +lab.*❯ session +this one/su);
  }
  shell.press('t');
  await shell.shows('What it is for.');
  shell.press('nightly', 'enter', 'enter', 'enter', 'enter', 'right', 'enter', 'enter');
  await shell.shows('It is shown this once:');
  shell.press('y');
  await shell.shows(/API token +nightly +proofs:read/u);
  const [token = ''] = shell.screen.copied();
  expect(token.length).toBeGreaterThan(20);
  shell.press('j', 'D');
  await shell.shows('Scripts that use nightly are refused');
  shell.press('y');
  await shell.shows('The token is revoked');
  await shell.shows((screen) => !screen.text().includes('nightly'));

  shell.press('p');
  await shell.shows('The password so far');
  shell.press('not the one', 'enter', 'another password', 'enter', 'another password', 'enter');
  await shell.shows(/Change the password.*✗/su);
  shell.press(PASSWORD, 'enter', 'another password', 'enter', 'another password', 'enter');
  await shell.shows('The password is changed; 0 other sessions ended');
  shell.press('X');
  await shell.shows('The password so far');
  shell.press('another password', 'enter');
  await shell.shows(/The account of Lab will be deleted.*good, with 0 programs/su);
  await shell.shows('❯ No');
  shell.press('y');
  await shell.shows(/Sign in.*l +Log in/su);
  expect(shell.screen.raw).not.toContain(PASSWORD);
  shell.press('q');
  await shell.isIntact(0);
}, 90_000);

test('shows who is logged in, ends sessions elsewhere, and not the one here', async () => {
  await using lab = await startLab();
  const elsewhere = labAt(lab.url, join(lab.folder, 'elsewhere'));
  await elsewhere('login', '--username', 'lab');
  await using shell = await orgInShell(lab, { columns: 80, rows: 24 });
  await shell.shows(/● connected.*Lab › Programs/su);
  shell.press('6');
  await shell.shows(/session +\d{4}-.*session +this one/su);
  shell.press('G', 'D');
  await shell.shows('This is the session that you work with');
  shell.press('g', 'D');
  await shell.shows(/End the session\?.*Whoever logged in at/su);
  shell.press('y');
  await shell.shows('The session is ended');
  expect(await elsewhere('proofs')).toMatchObject({ code: 2 });
  await elsewhere('login', '--username', 'lab');
  shell.press('O');
  await shell.shows('End every other session?');
  shell.press('y');
  await shell.shows('1 other session ended');
  expect(await elsewhere('proofs')).toMatchObject({ code: 2 });
  expect(await lab.org('proofs')).toMatchObject({ code: 0 });
  shell.press('q');
  await shell.isIntact(0);
}, 90_000);
