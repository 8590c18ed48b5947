import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bruteForceResults, combine, demoPlan, makeInputGroups, parseResult } from '@cairn/sample';
import { type ShellSession, startApi, temporaryFolder } from '@cairn/tui-kit/test';
import { startDonor } from '../test/donor-process.js';
import { type Lab, labAt } from '../test/with-api.js';
import { orgInShell } from './test/org-in-shell.js';

const PASSWORD = 'correct horse battery';
/** Six beads, cut into two groups by the first two moves: east east, east north. */
const CHAIN = 'HPPHPH';
const MOVES = 2;

/** Input groups as files in a folder. */
async function inputsIn(folder: string): Promise<{ readonly inputs: string; readonly first: string }> {
  const inputs = join(folder, 'inputs');
  await mkdir(inputs);
  const groups = makeInputGroups(CHAIN, MOVES);
  for (const { name, csv } of groups) await writeFile(join(inputs, `${name}.csv`), csv);
  return { inputs, first: join(inputs, `${groups[0]?.name}.csv`) };
}

async function register(shell: ShellSession): Promise<void> {
  await shell.shows('● connected');
  shell.press('r');
  await shell.shows('Organization');
  shell.press('lab', 'tab', 'Folding Lab', 'tab', 'folds chains', 'tab');
  shell.press(PASSWORD, 'enter', PASSWORD, 'enter');
  await shell.shows('Folding Lab › Programs');
}

/** Compiled, run on one input, and sent. */
async function publish(shell: ShellSession, first: string): Promise<void> {
  shell.press('2');
  await shell.shows('o chooses the folder.');
  shell.press('o');
  await shell.shows('The folder with Scarb.toml');
  shell.press(demoPlan.packageDir, 'enter');
  await shell.shows(/Binding +poseidon.*Outputs +energy: i64/su, 90_000);
  shell.press('t');
  await shell.shows('A CSV file with');
  shell.press(first, 'enter');
  await shell.shows('is proposed', 90_000);
  shell.press('u');
  await shell.shows(/Name +hp_fold/u);
  shell.press('ctrl-u', 'HP folding', 'tab', 'tab', 'enter');
  await shell.shows('✓ HP folding is published.', 90_000);
}

async function addInputs(shell: ShellSession, inputs: string): Promise<void> {
  shell.press('i');
  await shell.shows('▸ Inputs of HP folding');
  shell.press('a');
  await shell.shows('Add input groups');
  shell.press(inputs, 'enter');
  await shell.shows('2 input groups to send, 0 there already');
  shell.press('enter');
  await shell.shows('✓ Added 2 input groups.');
  shell.press('esc');
  await shell.shows(new RegExp(`${CHAIN}-EE +· available.*${CHAIN}-EN +· available`, 'su'));
}

/** Proofs come in by themselves while one looks; they are verified and confirmed. */
async function decide(shell: ShellSession, donate: () => Promise<void>): Promise<void> {
  shell.press('4');
  await shell.shows('No proof waits for a decision');
  await donate();
  await shell.shows(/(?:· not verified.*){2}/su, 30_000);
  shell.press('V');
  await shell.shows('✓ 2 valid in', 60_000);
  shell.press('enter');
  await shell.shows(/▸ Evidence of .*✓ program +0x.*✓ proof +verified against own files/su);
  shell.press('esc');
  await shell.shows('▸ Waiting');
  shell.press('C');
  await shell.shows('Confirm 2 proofs?');
  shell.press('y');
  await shell.shows(/2 proofs decided, sent in \d s: u takes it back/u);
  await shell.shows('No proof waits for a decision', 30_000);
}

/** What must come out, by brute force. */
function expectedEnergies(): RegExp {
  const energies = bruteForceResults(CHAIN, MOVES).map(({ energy }) => energy);
  const [least, most] = [Math.min(...energies), Math.max(...energies)];
  const sum = energies.reduce((total, energy) => total + energy, 0);
  return new RegExp(`energy +2 +${least} +${most} +${sum} `, 'u');
}

/** The bundle is made by the organization, and audited by somebody who has nothing but the file and the key. */
async function exportAndAudit(org: Lab['org'], stranger: Lab['org'], folder: string): Promise<void> {
  const bundle = join(folder, 'folds.bundle.tar');
  expect(await org('export', 'HP folding', '--bundle', bundle)).toMatchObject({ code: 0 });
  const [key] = (await org('key', '--json')).records;
  const audited = await stranger('audit', bundle, '--expect-key', String(key?.publicKey), '--json');
  expect(audited.code).toBe(0);
  expect(audited.records[0]).toMatchObject({ outcome: 'VERIFIED', rows: 2, verified: 2, findings: [] });
}

test('from registering to a result that others audit, by keys, with a donor at work', async () => {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const api = await startApi();
  stack.defer(() => api.stop());
  const { inputs, first } = await inputsIn(folder.path);
  const place = { url: api.url, dataDir: join(folder.path, 'org') };
  const shell = stack.use(await orgInShell(place, { columns: 100, rows: 30 }));
  await register(shell);
  await publish(shell, first);
  await addInputs(shell, inputs);
  await decide(shell, async () => {
    await using donor = startDonor(api.url, join(folder.path, 'donor'), 2);
    await donor.done();
  });
  shell.press('5');
  await shell.shows('HP folding: 2 confirmed results, 2 verified here', 30_000);
  await shell.shows(expectedEnergies());
  expect(shell.screen.raw).not.toContain(PASSWORD);
  shell.press('q');
  await shell.isIntact(0);

  const org = labAt(place.url, place.dataDir);
  const [results] = (await org('results', 'HP folding', '--json')).records;
  const rows = results?.rows as { inputGroup: { name: string }; outputs: object }[];
  const found = rows.map(({ inputGroup, outputs }) => parseResult({ name: inputGroup.name, ...outputs }));
  expect(combine(found)).toMatchObject({ sequence: CHAIN, agrees: true });
  await exportAndAudit(org, labAt(place.url, join(folder.path, 'stranger')), folder.path);
}, 600_000);
