import { generateKeyPairSync } from 'node:crypto';
import { chmod, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { isSignedBy, signBytes } from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { jest } from '@jest/globals';
import { donorKeyFile, findDonorKey, readOrMakeDonorKey, requireDonorKey } from './donor-key.js';

test('makes a key once, for its owner alone, and nothing beside it', async () => {
  await using folder = await temporaryFolder();
  const dataDir = `${folder.path}/donor`;
  expect(await findDonorKey(dataDir)).toBeUndefined();
  await expect(requireDonorKey(dataDir)).rejects.toMatchObject({ code: 'NO_KEY', exitCode: 1 });
  const keys = await Promise.all(Array.from({ length: 8 }, () => readOrMakeDonorKey(dataDir)));
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect((await stat(donorKeyFile(dataDir))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['donor-key.pem']);
  const [{ publicKey, privateKey } = await requireDonorKey(dataDir)] = keys;
  expect((await requireDonorKey(dataDir)).publicKey).toBe(publicKey);
  expect(isSignedBy(publicKey, Buffer.from('x'), signBytes(privateKey, Buffer.from('x')))).toBe(true);
});

test.each([0o640, 0o604, 0o660])(
  'refuses one that others may read (%o), and says what to do',
  async (mode) => {
    await using folder = await temporaryFolder();
    await readOrMakeDonorKey(folder.path);
    await chmod(donorKeyFile(folder.path), mode);
    const refused = {
      message: expect.stringContaining('may be read by others'),
      help: expect.stringContaining('chmod 600'),
    };
    await expect(readOrMakeDonorKey(folder.path)).rejects.toMatchObject(refused);
    expect((await stat(donorKeyFile(folder.path))).mode & 0o777).toBe(mode);
  },
);

test.each([
  ['has no effect', async () => {}],
  ['is refused', () => Promise.reject(new Error('EPERM'))],
])('takes one that all may read where chmod %s, and says so', async (_, chmodOfFile) => {
  await using folder = await temporaryFolder();
  expect(await readOrMakeDonorKey(folder.path)).toMatchObject({ isUnprotected: false });
  await chmod(donorKeyFile(folder.path), 0o777);
  const file = await open(donorKeyFile(folder.path));
  const chmodSpy = jest.spyOn(Object.getPrototypeOf(file), 'chmod').mockImplementation(chmodOfFile as never);
  try {
    expect(await readOrMakeDonorKey(folder.path)).toMatchObject({ isUnprotected: true });
  } finally {
    chmodSpy.mockRestore();
    await file.close();
  }
});

const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

test.each([
  ['empty', ''],
  ['no key', 'open sesame'],
  ['of another kind', otherKey.toString()],
])('refuses one that is %s, shows none of it, and leaves it', async (_, text) => {
  await using folder = await temporaryFolder();
  const file = donorKeyFile(folder.path);
  await writeFile(file, text, { mode: 0o600 });
  const error = await readOrMakeDonorKey(folder.path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'USAGE' });
  expect((error as Error).cause).toBeUndefined();
  if (text !== '') expect(JSON.stringify(error)).not.toContain(text.slice(0, 11));
  expect(await readFile(file, 'utf8')).toBe(text);
});
