import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { donate } from '../../test/donate.js';
import { labWithProgram } from '../test/lab-with-program.js';
import { orgInShell } from '../test/org-in-shell.js';

test('shows what confirmed proofs come to, and more as soon as another is confirmed', async () => {
  await using lab = await labWithProgram();
  await lab.org('add-inputs', 'Adding up', lab.inputs);
  const [program] = (await lab.org('programs', '--json')).records;
  const prove = async (): Promise<void> => {
    await donate(lab.url, String(program?.id), lab.folder);
    await lab.org('verify', '--all');
    await lab.org('confirm', '--all-verified', '--yes');
  };
  await prove();
  await using shell = await orgInShell(lab, { columns: 60, rows: 16 });
  await shell.shows(/❯ Adding up +█/u);
  shell.press('enter');
  await shell.shows('Program hash');
  shell.press('5');
  await shell.shows(/Adding up: 1 confirmed result, 1 verified here/u);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/total +1 +3 +3 +3 +3 .*❯ first +3/su);
  }
  shell.press('enter');
  await shell.shows(/Rests on +✓ verified here.*Proof SHA-256/su);
  shell.press('esc');
  await shell.shows((screen) => !screen.text().includes('Proof SHA-256'));

  // A script has seen one result, and somebody looks at the histogram when the second comes in.
  const script = join(lab.folder, 'count.mjs');
  await writeFile(script, 'export default (rows) => rows.length;\n');
  shell.press('x');
  await shell.shows('o chooses a script of your own');
  shell.press('o');
  await shell.shows('A JavaScript module of one file.');
  shell.press(script, 'enter', 'enter', 'enter');
  await shell.shows(/NOT PROVEN.*Results +1 confirmed result /su);
  shell.press('esc');
  await shell.shows('All together');
  shell.press('c');
  await shell.shows(/▸ total \(i64\): 1 value, 3 to 3, mean 3 .*❯ +3 +1 +100%/su);
  await prove();
  await shell.shows(/▸ total \(i64\): 2 values, 3 to 7, mean 5 .*❯ +3 +1 +50%.* 7 +1 +50%/su, 30_000);
  shell.press('esc');
  await shell.shows(/total +2 +3 +7 +10 +5/u);
  shell.press('x');
  await shell.shows('! By now there are other results, 2 in all: a runs it on those.');
  shell.press('a');
  await shell.shows(/NOT PROVEN.*Results +2 confirmed results /su);
  shell.press('esc');
  await shell.shows('All together');
  shell.press('y');
  await shell.shows('Copied the SHA-256 of the proof');
  expect(shell.screen.copied()[0]).toMatch(/^[0-9a-f]{64}$/u);
  shell.press('q');
  await shell.isIntact(0);
}, 240_000);
