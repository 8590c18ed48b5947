import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { jest } from '@jest/globals';
import { lyingServer } from '../../test/lying-server.js';
import { type ProvenLab, startProvenLab } from '../../test/proven-lab.js';
import { labAt } from '../../test/with-api.js';
import { orgInShell } from '../test/org-in-shell.js';

jest.setTimeout(180_000);

const GROUPS = ['first', 'second', 'third', 'fourth'];

async function proofFiles({ dataDir }: ProvenLab): Promise<string[]> {
  const [server = ''] = await readdir(join(dataDir, 'servers'));
  return readdir(join(dataDir, 'servers', server, 'proofs')).catch(() => []);
}

const stateOf = async (lab: ProvenLab, state: string) =>
  (await lab.org('proofs', '--state', state, '--json')).records.map(
    ({ inputGroup }) => (inputGroup as { name: string }).name,
  );

test('an inbox is verified, confirmed, rejected, and decisions are taken back', async () => {
  await using lab = await startProvenLab(GROUPS);
  for (const group of ['first', 'second', 'third']) await lab.handIn(group);
  await using shell = await orgInShell(lab, { columns: 200, rows: 60 });
  await shell.shows('Lab › Programs');
  shell.press('4');
  await shell.shows(/Waiting.*❯ first.*· not verified.*second.*third.*1 of 3/su);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows(
      (screen) => isWhole(screen.lines()) && /first +(Adding up +)?· not/u.test(screen.text()),
    );
  }

  // What was not verified here is not confirmed.
  shell.resize({ columns: 200, rows: 60 });
  shell.press('c');
  await shell.shows('Not verified here yet: v verifies it');
  shell.press('V');
  await shell.shows(/✓ 3 valid in/u);
  await shell.shows(/first.*✓ valid.*second.*✓ valid.*third.*✓ valid/su);
  shell.press('enter');
  await shell.shows(/▸ Evidence of first.*✓ file.*✓ security +96 bits.*✓ program +0x.*it is kept here/su);
  shell.press('G');
  await shell.shows(/donor +has not signed/u);
  shell.press('esc');
  await shell.shows('▸ Waiting');

  // Confirmed, and taken back before the server has heard of it.
  shell.press('c');
  await shell.shows(/→ 1 proof decided, sent in \d s: u takes it back/u);
  await shell.shows(/first.*→ confirm/u);
  shell.press('u');
  await shell.shows('Taken back: 1 proof');
  await shell.shows(/first.*✓ valid/u);

  // The second is rejected with a reason, the marked ones are confirmed; quitting sends what is held.
  shell.press('/', 'second', 'enter');
  await shell.shows('1 of 1, 3 in all');
  shell.press('x');
  await shell.shows('Reject 1 proof?');
  shell.press('enter');
  await shell.shows('✗ ');
  shell.press('not wanted', 'enter');
  await shell.shows(/second.*→ reject/u);
  shell.press('esc');
  await shell.shows('1 of 3');
  shell.press(' ');
  await shell.shows(/1 marked.*•first/su);
  shell.press('C');
  await shell.shows('Confirm 2 proofs?');
  shell.press('y');
  await shell.shows(/3 proofs decided/u);
  expect(await stateOf(lab, 'submitted')).toEqual(['first', 'second', 'third']);
  shell.press('q');
  await shell.isIntact(0);
  expect(await stateOf(lab, 'confirmed')).toEqual(['first', 'third']);
  expect(await stateOf(lab, 'submitted')).toEqual([]);
  expect(await proofFiles(lab)).toHaveLength(1);
  expect((await lab.org('inputs', lab.programId, '--json')).records).toContainEqual(
    expect.objectContaining({ name: 'second', rejections: [{ reason: 'not wanted' }] }),
  );
});

test('the automatic mode confirms what comes, and leaves alone what is in doubt', async () => {
  await using lab = await startProvenLab(GROUPS);
  await lab.handIn('first');
  await using shell = await orgInShell(lab);
  await shell.shows('Lab › Programs');
  shell.press('4', 'a');
  await shell.shows('Confirm what verifies?');
  shell.press('y');
  await shell.shows(/⟳ automatic.*1 proof decided/su);
  await shell.shows('No proof waits for a decision', 20_000);
  await lab.handIn('second');
  await shell.shows(/second.*→ confirm/u, 20_000);
  await shell.shows('No proof waits for a decision', 20_000);
  shell.press('w');
  await shell.shows(/Confirmed.*first.*second/su);
  shell.press('q');
  await shell.shows('End the automatic mode?');
  shell.press('y');
  await shell.isIntact(0);
  expect(await stateOf(lab, 'confirmed')).toEqual(['first', 'second']);

  // On a machine that has to take the server's word, a person decides.
  const dataDir = join(lab.folder, 'elsewhere');
  await labAt(lab.url, dataDir)('login', '--username', 'lab');
  await lab.handIn('third');
  await using other = await orgInShell({ ...lab, dataDir });
  await other.shows('Lab › Programs');
  other.press('4', 'a');
  await other.shows('Confirm what verifies?');
  other.press('y');
  await other.shows(/third.*✓ valid.*✓ 1 valid/su);
  other.press('c');
  await other.shows("1 verified on the server's word");
  other.press('n', 'ctrl-c');
  await other.isIntact(130);
  expect(await stateOf(lab, 'submitted')).toEqual(['third']);
});

test('a decision that a crash left goes out with the next screen', async () => {
  await using lab = await startProvenLab(GROUPS);
  await lab.handIn('first');
  await lab.org('verify', '--all');
  {
    await using shell = await orgInShell(lab);
    await shell.shows('Lab › Programs');
    shell.press('4');
    await shell.shows(/first.*✓ valid/u);
    shell.press('c');
    await shell.shows('1 proof decided');
    const children = await readFile(`/proc/${shell.pid}/task/${shell.pid}/children`, 'utf8');
    process.kill(Number(children.trim()), 'SIGKILL');
    await shell.shows('ended with 137');
  }
  expect(await stateOf(lab, 'submitted')).toEqual(['first']);
  await using shell = await orgInShell(lab);
  await shell.shows('Lab › Programs');
  shell.press('4');
  await shell.shows('1 of your earlier decisions had not been sent');
  await shell.shows('No proof waits for a decision', 20_000);
  shell.press('q');
  await shell.isIntact(0);
  expect(await stateOf(lab, 'confirmed')).toEqual(['first']);
});

test('names from outside drive nothing', async () => {
  await using lab = await startProvenLab(GROUPS);
  await lab.handIn('first');
  await using liar = await lyingServer(lab.url);
  liar.lies = {
    answer: (data) => {
      const { proofs } = data as {
        proofs?: { nodes: { inputGroup?: { name: string; program: { name: string } } }[] };
      };
      for (const { inputGroup } of proofs?.nodes ?? []) {
        if (inputGroup === undefined) continue;
        inputGroup.name = 'evil\u001b[2J\u001b]0;title\u0007\u202Egnp\u200b';
        inputGroup.program.name = '\u009b31mred\u0000';
      }
    },
  };
  const dataDir = join(lab.folder, 'victim');
  await labAt(lab.url, dataDir)('login', '--username', 'lab');
  await labAt(liar.url, dataDir)('login', '--username', 'lab');
  await using shell = await orgInShell({ url: liar.url, dataDir }, { columns: 120 });
  await shell.shows('[1 Programs]');
  shell.press('4');
  await shell.shows(/❯ evilgnp +red +· not verified/u);
  shell.press('/', 'evilgnp', 'enter', 'enter');
  await shell.shows('Evidence of evilgnp');
  expect(shell.screen.raw).not.toMatch(/title|\u202E|\u200b|\u009b/u);
  shell.press('q');
  await shell.isIntact(0);
});
