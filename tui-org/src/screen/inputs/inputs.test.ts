import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { labWithProgram } from '../test/lab-with-program.js';
import { orgInShell } from '../test/org-in-shell.js';

test('adds a folder after a look at it, and deletes what is marked, at every size', async () => {
  await using lab = await labWithProgram();
  await using shell = await orgInShell(lab, { columns: 60, rows: 16 });
  await shell.shows(/● connected.*❯ Adding up/su);
  shell.press('3');
  await shell.shows('Inputs of which program?');
  await shell.shows('❯ Adding up');
  shell.press('enter');
  await shell.shows('No input groups yet');
  shell.press('a');
  await shell.shows('Add input groups');
  // Tab completes the folder.
  shell.press(lab.inputs.slice(0, -3), 'tab');
  await shell.shows('inputs/');
  shell.press('enter');
  await shell.shows(/3 input groups to send, 0 there already/u);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/❯ first +\+ is sent +2 .*1,2/su);
  }
  shell.press('enter');
  await shell.shows('✓ Added 3 input groups.');
  shell.press('esc');
  await shell.shows(/❯ +first +· available.*second.*third/su);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows('▸ Inputs of Adding up');
  }
  shell.press('enter');
  await shell.shows(/Commitment +0x/u);
  shell.press('esc');

  // The same folder again, with a new file: only that is sent.
  await writeFile(join(lab.inputs, 'fourth.csv'), '7\n');
  await shell.shows('a add');
  shell.press('a');
  await shell.shows('Add input groups');
  shell.press(join(lab.inputs, '*.csv'), 'enter');
  await shell.shows('1 input group to send, 3 there already');
  shell.press('enter');
  await shell.shows('✓ Added 1 input group.');
  shell.press('esc');
  await shell.shows('fourth');

  shell.press(' ', ' ');
  await shell.shows(/2 marked/u);
  shell.press('D');
  await shell.shows(/2 input groups will be deleted at the server, and with/u);
  await shell.shows('❯ No');
  shell.press('y');
  await shell.shows('Deleted 2 input groups');
  await shell.shows(/\d of 2\b/u);
  shell.press('q');
  await shell.isIntact(0);
  expect((await lab.org('inputs', 'Adding up', '--json')).records).toHaveLength(2);
}, 120_000);

test('a file that is wrong is named with line and column, and nothing is sent', async () => {
  await using lab = await labWithProgram();
  await writeFile(join(lab.inputs, 'second.csv'), '1,2\n3,4x\n');
  await using shell = await orgInShell(lab);
  await shell.shows('❯ Adding up');
  shell.press('3');
  await shell.shows('Inputs of which program?');
  shell.press('enter');
  await shell.shows('No input groups yet');
  shell.press('a');
  await shell.shows('Add input groups');
  shell.press(lab.inputs, 'enter');
  await shell.shows(/✗ .*second\.csv: Line 2,\s+column 3/su);
  shell.press('esc');
  await shell.shows('No input groups yet');
  shell.press('ctrl-c');
  await shell.isIntact(130);
}, 120_000);

test('cuts one file by a column or every so many rows, after a look at the groups, at every size', async () => {
  await using lab = await labWithProgram();
  const runs = join(lab.folder, 'runs.csv');
  await writeFile(runs, '# of May\ncity,seed\nKyoto,1\nOslo,2\nKyoto,3\n');
  await using shell = await orgInShell(lab);
  await shell.shows('❯ Adding up');
  shell.press('3');
  await shell.shows('Inputs of which program?');
  shell.press('enter');
  await shell.shows(/No input groups yet.*c cuts one/su);
  shell.press('c');
  await shell.shows('Cut a CSV file into input groups');
  shell.press(join(lab.folder, 'missing.csv'), 'enter', 'enter', 'enter');
  await shell.shows(/✗ .*ENOENT/su);
  shell.press('ctrl-u', runs, 'enter', 'right', 'enter', 'right');
  await shell.shows(/by the values of a column.*‹ names the columns ›/su);
  shell.press('enter');
  await shell.shows('1 = city, 2 = seed');
  shell.press('town', 'enter');
  await shell.shows(/✗ .*there is no column named "town"/su);
  shell.press('ctrl-u', 'city', 'enter', 'right');
  await shell.shows('‹ is left out ›');
  shell.press('enter');
  await shell.shows('2 input groups to send, 0 there already');
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/❯ runs-Kyoto +\+ is sent .*from line 3 of .*│ 1 +│.*│ 3 +│/su);
  }
  shell.press('enter');
  await shell.shows('✓ Added 2 input groups.');
  shell.press('esc');
  await shell.shows(/❯ +runs-Kyoto +· available.*runs-Oslo/su);

  // The same file, taken for one of values.
  shell.press('c');
  await shell.shows('Cut a CSV file into input groups');
  shell.press(runs, 'enter', 'enter', 'enter');
  await shell.shows(/Rows +1000/u);
  shell.press('ctrl-u', '2', 'enter');
  await shell.shows(/✗ .*runs\.csv: Line 2,\s+column 1:.*Line 4/su);
  shell.press('esc');
  await shell.shows('▸ Inputs of Adding up');
  shell.press('q');
  await shell.isIntact(0);
  expect(await workFolders(lab)).toEqual([]);
}, 120_000);

test('what was cut is gone when one quits over it', async () => {
  await using lab = await labWithProgram();
  const runs = join(lab.folder, 'runs.csv');
  await writeFile(runs, '1\n2\n1\n');
  await using shell = await orgInShell(lab);
  await shell.shows('❯ Adding up');
  shell.press('3');
  await shell.shows('Inputs of which program?');
  shell.press('enter');
  await shell.shows('No input groups yet');
  shell.press('c');
  await shell.shows('Cut a CSV file into input groups');
  shell.press(runs, 'enter', 'enter', 'enter');
  await shell.shows(/Rows +1000/u);
  shell.press('ctrl-u', '1', 'enter');
  await shell.shows(/3 input groups to send.*runs-000000003 +\+ values twice/su);
  shell.press('G');
  await shell.shows('the values of runs-000000001, from line 3');
  expect(await workFolders(lab)).toHaveLength(1);
  shell.press('q');
  await shell.isIntact(0);
  expect(await workFolders(lab)).toEqual([]);
}, 120_000);

/** What the client has made for a while only. */
async function workFolders({ dataDir }: { readonly dataDir: string }): Promise<string[]> {
  const [server = ''] = await readdir(join(dataDir, 'servers'));
  return (await readdir(join(dataDir, 'servers', server))).filter((name) => name.startsWith('work-'));
}
