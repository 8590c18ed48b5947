import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProverMissing } from '../errors/prover-missing.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver, temporaryFolder } from '../test/fake-prover.js';
import { findBinary } from './find-binary.js';
import { recordedBinary } from './recorded-binary.js';

const before = process.env.CAIRN_PROVER;
afterEach(() => {
  if (before === undefined) delete process.env.CAIRN_PROVER;
  else process.env.CAIRN_PROVER = before;
});

test('the caller goes before the environment', async () => {
  await using given = await fakeProver('');
  await using fromEnvironment = await fakeProver('');
  process.env.CAIRN_PROVER = fromEnvironment.binary;
  expect(await findBinary('prove')).toBe(fromEnvironment.binary);
  expect(await findBinary('prove', given.binary)).toBe(given.binary);
});

test.each(['not there', 'not to be run', 'a folder'])(
  'a binary that is %s is missing, with what to do',
  async (how) => {
    await using fake = await fakeProver('');
    const path = join(fake.folder, how);
    if (how === 'a folder') await mkdir(path);
    if (how === 'not to be run') await writeFile(path, '');
    const error = await failureOf(findBinary('prove', path), ProverMissing);
    expect(error.message).toContain(path);
    expect(error.help).toContain('make setup');
  },
);

test('reads the path that the set-up recorded', async () => {
  await using folder = await temporaryFolder();
  const record = join(folder.path, 'binary-path');
  expect(await recordedBinary(pathToFileURL(record))).toBeUndefined();
  await writeFile(record, '/some where/cairn-prover\n');
  expect(await recordedBinary(pathToFileURL(record))).toBe('/some where/cairn-prover');
});
