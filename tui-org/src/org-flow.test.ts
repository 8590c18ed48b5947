import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { writePackage } from './test/cairo-package.js';
import { donate } from './test/donate.js';
import { type Lab, labAt, startLab } from './test/with-api.js';

jest.setTimeout(180_000);

/** A published program with two input groups and a proof of each. */
async function labWithProofs(more: Parameters<typeof writePackage>[1] = {}) {
  await using stack = new AsyncDisposableStack();
  const lab = stack.use(await startLab());
  const packageDir = await writePackage(join(lab.folder, 'package'), more);
  await writeFile(join(lab.folder, 'first.csv'), '1,2\n');
  await writeFile(join(lab.folder, 'second.csv'), '-30\n');
  const published = await lab.org('publish', packageDir, '--name', 'Adding up', '--lease', '10m', '--json');
  const programId = String(published.records[0]?.id);
  await lab.org('add-inputs', 'adding UP', lab.folder);
  for (let group = 0; group < 2; group++) await donate(lab.url, programId, lab.folder);
  const owned = stack.move();
  return { lab, programId, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function proofIds({ org }: Lab): Promise<string[]> {
  return (await org('proofs', '--json')).records.map(({ id }) => String(id));
}

test('from registering to aggregated results', async () => {
  await using lab = await startLab();
  const [server = ''] = await readdir(join(lab.dataDir, 'servers'));
  const kept = join(lab.dataDir, 'servers', server);
  expect((await stat(join(kept, 'session.json'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(kept, 'session.json'), 'utf8')).not.toContain('correct horse');

  const packageDir = await writePackage(join(lab.folder, 'package'));
  await writeFile(join(lab.folder, 'first.csv'), '1,2\n');
  await writeFile(join(lab.folder, 'second.csv'), '-30\n');
  const publish = ['publish', packageDir, '--name', 'Adding up', '--lease', '10m'];
  const published = await lab.org(...publish, '--dry-run-input', join(lab.folder, 'first.csv'));
  expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('Adding up is published: ') });
  expect(published.stderr).toMatch(/Dry run: .* steps .* memory/);
  expect(published.stderr).toMatch(/total +i64 +3/);
  const again = await lab.org(...publish, '--json');
  expect(again.records).toEqual([expect.objectContaining({ alreadyThere: true })]);

  const added = await lab.org('add-inputs', 'adding UP', lab.folder);
  expect(added).toMatchObject({ code: 0, stdout: 'Added 2 input groups to Adding up.\n' });
  await writeFile(join(lab.folder, 'third.csv'), '7\n');
  const more = await lab.org('add-inputs', 'Adding up', lab.folder);
  expect(more.stdout).toBe('Added 1 input group to Adding up; there already with the same values: 2.\n');
  expect((await lab.org('inputs', 'Adding up', '--json')).records).toEqual([
    expect.objectContaining({ name: 'first', state: 'AVAILABLE', kept: true }),
    expect.objectContaining({ name: 'second', state: 'AVAILABLE', kept: true }),
    expect.objectContaining({ name: 'third', state: 'AVAILABLE', kept: true }),
  ]);
  expect((await lab.org('programs')).stdout).toMatch(/Adding up .* poseidon +3 +0 +0 +0 +0 +0/);

  const programId = String(again.records[0]?.id);
  for (let group = 0; group < 3; group++) await donate(lab.url, programId, lab.folder);
  expect((await lab.org('proofs', programId, '--state', 'submitted')).stdout).toMatch(
    /(.*submitted +poseidon +not verified here.*\n){3}/,
  );
  expect(await lab.org('confirm', '--all-verified', '--yes')).toMatchObject({ code: 3 });
  const verified = await lab.org('verify', '--all');
  expect(verified).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('3 valid, 0 invalid, 0 not judged.'),
  });
  expect(verified.stdout).toMatch(/valid +poseidon +96 +own files/);
  expect(await lab.org('confirm', '--all-verified')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--yes'),
  });
  expect(await lab.org('confirm', '--all-verified', '--yes')).toMatchObject({
    code: 0,
    stdout: '3 proofs confirmed.\n',
  });
  expect(await readdir(join(kept, 'proofs'))).toHaveLength(3);

  const results = await lab.org('results', 'Adding up');
  expect(results.stdout).toMatch(/total +i64 +3 +-30 +7 +-20 +-6.666667/);
  expect(results.stdout).toContain('3 confirmed results: 3 verified here.');
  const file = join(lab.folder, 'results.csv');
  expect(await lab.org('export', programId, '--format', 'csv', '--output', file)).toMatchObject({
    stdout: `Wrote 3 rows to ${file}.\n`,
  });
  expect(await readFile(file, 'utf8')).toMatch(
    /^input_group,total,trust,bound,problem,proof_sha256\n(.*\n)*third,7,verified,bound,,[0-9a-f]{64}\n/,
  );
  expect((await lab.org('results', programId, '--histogram', 'total', '--bins', '2')).stdout).toMatch(
    /^-30 to -12 +1 +#+\n +-11 to 7 +2 +#+$/mu,
  );
  const [json] = (await lab.org('results', programId, '--json', '--top', 'total', '--lowest')).records;
  expect(json).toMatchObject({
    rows: [{ outputs: { total: -30 } }, { outputs: { total: 3 } }, { outputs: { total: 7 } }],
    aggregates: [{ name: 'total', count: 3, sum: -20 }],
  });
  expect((await lab.org('logout')).stdout).toMatch(/^Logged out of /);
  expect(await lab.org('programs')).toMatchObject({ code: 2, stderr: expect.stringContaining('login') });
  expect(await lab.org('login', '--username', 'lab')).toMatchObject({ code: 0 });
  expect((await lab.org('programs')).code).toBe(0);
});

test('only what was verified here is confirmed; a rejected group is free again', async () => {
  await using at = await labWithProofs();
  const { lab } = at;
  const [first = '', second = ''] = await proofIds(lab);
  await lab.org('verify', first);
  expect(await lab.org('confirm', first, second, '--yes')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`not verified on this machine: ${second}`),
  });
  expect((await lab.org('proofs', '--state', 'confirmed')).stdout).toBe('No proofs.\n');
  expect(await lab.org('confirm', first, '--yes', '--keep-proof')).toMatchObject({ code: 0 });

  expect(await lab.org('reject', second, '--reason', 'not wanted')).toMatchObject({ code: 2 });
  expect(await lab.org('reject', second, '--reason', 'bad\u202e', '--yes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('U+202E'),
  });
  expect(await lab.org('reject', second, '--reason', 'not wanted', '--yes')).toMatchObject({
    code: 0,
    stdout: '1 proof rejected.\n',
  });
  expect((await lab.org('inputs', at.programId, '--state', 'available', '--json')).records).toEqual([
    expect.objectContaining({ rejections: [{ reason: 'not wanted' }] }),
  ]);
  expect(await lab.org('confirm', first, '--yes')).toMatchObject({
    code: 1,
    stdout: '0 proofs confirmed, 1 refused.\n',
    stderr: expect.stringContaining('INVALID_STATE'),
  });
});

test('on another machine it verifies on the word of the server, and says so', async () => {
  await using at = await labWithProofs();
  const { lab } = at;
  const elsewhere = labAt(lab.url, join(lab.folder, 'elsewhere'));
  await elsewhere('login', '--username', 'lab');
  const verified = await elsewhere('verify', '--all');
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.stdout).toMatch(/(valid +poseidon +96 +program and input on the server's word.*\n.*){2}/);
  expect(await elsewhere('confirm', '--all-verified')).toMatchObject({
    stderr: expect.stringContaining("2 of them were verified on the server's word"),
  });
  await elsewhere('confirm', '--all-verified', '--yes');
  expect((await elsewhere('results', at.programId)).stdout).toContain(
    "0 verified here, 2 verified on the server's word about program or input.",
  );
  // The first machine verified nothing, and the server has deleted the proofs.
  expect((await lab.org('results', at.programId)).stdout).toContain(
    "0 verified here, 2 on the server's word alone.",
  );
});

test('UNBOUND stands wherever a proof does not show which input it is of', async () => {
  const source = '#[executable]\nfn main(input: Array<felt252>) -> felt252 { *input[0] }\n';
  await using at = await labWithProofs({ source, cairn: 'input-binding = "none"\noutputs = ["total: i64"]' });
  const { lab } = at;
  expect((await lab.org('programs')).stdout).toContain('UNBOUND');
  expect((await lab.org('proofs')).stdout).toContain('UNBOUND');
  expect((await lab.org('verify', '--all')).stdout).toMatch(/valid +UNBOUND/);
  expect((await lab.org('confirm', '--all-verified')).stderr).toContain('UNBOUND');
  await lab.org('confirm', '--all-verified', '--yes');
  expect((await lab.org('results', at.programId)).stdout).toContain('verified here, UNBOUND');
});
