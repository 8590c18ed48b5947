import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { writePackage } from '../../test/cairo-package.js';
import { startLab } from '../../test/with-api.js';
import { orgInShell } from '../test/org-in-shell.js';

test('shows what the compiler says, compiles again, tries it, publishes it, and goes to its inputs', async () => {
  await using lab = await startLab();
  const dir = await writePackage(join(lab.folder, 'package'), {
    source: '#[executable]\nfn main() -> felt252 {\n    missing_name\n}\n',
  });
  const input = join(lab.folder, 'first.csv');
  await writeFile(input, '1,2\n-10\n');
  await using shell = await orgInShell(lab, { columns: 60, rows: 16 });
  await shell.shows('● connected');
  shell.press('2');
  await shell.shows('o chooses the folder.');
  shell.press('o');
  await shell.shows('The folder with Scarb.toml');
  shell.press(dir.slice(0, -2), 'tab', 'enter');
  await shell.shows('missing_name', 30_000);
  await writePackage(dir);
  shell.press('c');
  await shell.shows(/Outputs +total: i64/u, 30_000);
  shell.press('t');
  await shell.shows('A CSV file with');
  shell.press(input.slice(0, -4), 'tab', 'enter');
  await shell.shows('10m is proposed', 30_000);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows(/Package +adding_up/u);
  }
  await shell.shows(/total +-7/u);
  shell.press('u');
  await shell.shows(/Name +adding_up.*Lease +10m/su);
  shell.press('ctrl-u', 'Sums', 'tab', 'adds up', 'tab', 'enter');
  await shell.shows('✓ Sums is published.', 30_000);
  shell.press('i');
  await shell.shows('▸ Inputs of Sums');
  shell.press('1');
  await shell.shows('❯ Sums');
  shell.press('q');
  await shell.isIntact(0);
  const [program] = (await lab.org('programs', '--json')).records;
  expect(program).toMatchObject({ name: 'Sums', description: 'adds up', leaseSeconds: 600 });
  // What was made for compiling is gone.
  const [server = ''] = await readdir(join(lab.dataDir, 'servers'));
  const left = await readdir(join(lab.dataDir, 'servers', server));
  expect(left.filter((name) => name.startsWith('work-'))).toEqual([]);
}, 180_000);
