import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { writePackage } from './test/cairo-package.js';
import { runOrg } from './test/run-org.js';
import { type Lab, labAt, startLab } from './test/with-api.js';

jest.setTimeout(120_000);

/** What a newcomer sees: the exit code, and every part of the message. */
async function expectError(run: ReturnType<Lab['org']>, code: number, ...parts: (string | RegExp)[]) {
  const result = await run;
  expect(result).toMatchObject({ code, stdout: '' });
  for (const part of parts) expect(result.stderr).toMatch(part);
  expect(result.stderr).not.toMatch(/ at .*\.(js|ts):\d+/);
}

test('accounts: wrong password, name taken, not logged in, no server', async () => {
  await using lab = await startLab();
  const { url, dataDir } = lab;
  const wrong = { CAIRN_ORG_DIR: dataDir, PROGRAM_DISTRIBUTOR_URL: url, CAIRN_PASSWORD: 'not the one' };
  const login = ['login', '--username', 'lab'];
  await expectError(runOrg(login, { env: wrong }), 2, 'error: ', 'do this: Check both');
  await expectError(runOrg(['login', '--username', 'nobody'], { env: wrong }), 2, 'do this: Check both');
  const { CAIRN_PASSWORD: _, ...none } = wrong;
  await expectError(runOrg(login, { env: none }), 2, 'no password', 'CAIRN_PASSWORD', '--password-stdin');
  const piped = await runOrg([...login, '--password-stdin'], { env: none, input: 'correct horse battery\n' });
  expect(piped.code).toBe(0);
  await expectError(
    lab.org('register', '--username', 'LAB', '--name', 'Other'),
    2,
    /do this: Choose another one, or log in/,
  );
  const newcomer = labAt(url, join(lab.folder, 'fresh'));
  await expectError(newcomer('programs'), 2, 'nobody is logged in', 'cairn-org login');
  const nowhere = labAt('http://127.0.0.1:9', dataDir);
  await expectError(
    nowhere('login', '--username', 'lab'),
    69,
    'http://127.0.0.1:9',
    'Is the server running?',
  );
});

test('programs: does not compile, name taken by another, unknown', async () => {
  await using lab = await startLab();
  const good = await writePackage(join(lab.folder, 'good'));
  const bad = await writePackage(join(lab.folder, 'bad'), {
    source: '#[executable]\nfn main() -> felt252 {\n    missing_name\n}\n',
  });
  const publish = (dir: string, ...more: string[]) =>
    lab.org('publish', dir, '--name', 'Adding up', '--lease', '10m', ...more);
  await expectError(publish(bad), 2, bad, /lib\.cairo:3/, 'missing_name');
  await expectError(publish(join(lab.folder, 'none')), 2, 'Scarb.toml', 'folder');
  await expectError(publish(good, '--lease', '5s'), 2, '--lease', '60s to 30d');
  await publish(good);
  const other = await writePackage(join(lab.folder, 'other'), {
    source: '#[executable]\nfn main(input: Array<felt252>) -> felt252 { 1 }\n',
  });
  await expectError(publish(other), 2, 'do this: Choose another name');
  await expectError(lab.org('add-inputs', 'No such', lab.folder), 2, '"No such"', 'cairn-org programs');
  await expectError(lab.org('results', 'Adding up'), 3, 'no proof of this program is confirmed');
  await expectError(lab.org('verify'), 2, 'no proof was named', '--all');
  await expectError(lab.org('verify', 'nonsense'), 2, '"nonsense"', 'cairn-org proofs');
});

test('inputs: line and column before anything is sent, and no half of them', async () => {
  await using lab = await startLab();
  await lab.org('publish', await writePackage(join(lab.folder, 'p')), '--name', 'P', '--lease', '10m');
  const [good, bad] = [join(lab.folder, 'good.csv'), join(lab.folder, 'bad.csv')];
  await writeFile(good, '1,2\n');
  await writeFile(bad, '1,2\n3,4x\n');
  await expectError(
    lab.org('add-inputs', 'P', good, bad),
    2,
    /bad\.csv: Line 2, column 3: /,
    'nothing was uploaded',
  );
  expect((await lab.org('inputs', 'P', '--json')).records).toEqual([]);
  await expectError(lab.org('add-inputs', 'P', join(lab.folder, 'none.csv')), 2, 'none.csv is not there');
  await lab.org('add-inputs', 'P', good);
  await writeFile(good, '1,3\n');
  await expectError(lab.org('add-inputs', 'P', good), 2, 'other values named "good"', 'rename');
});
