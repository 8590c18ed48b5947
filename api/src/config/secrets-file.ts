import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsWrong } from './config-error.js';

const secret = z.string('expected at least 32 characters').min(32, 'expected at least 32 characters');

const secretsFile = z.strictObject({
  basicToken: secret,
  refreshToken: secret,
  reservation: secret,
  files: secret,
});

/** Secrets of one data folder. */
export type StoredSecrets = z.infer<typeof secretsFile>;

/** Reads the data folder's secrets; on first start makes random ones, in a file that only its owner can read. */
export async function readSecrets(folder: string): Promise<StoredSecrets> {
  const path = join(folder, 'secrets.json');
  const text = (await readIfThere(path)) ?? (await makeSecrets(path));
  const found = parseJson(text);
  const parsed = secretsFile.safeParse(found);
  if (!parsed.success) throw settingsWrong(path, parsed.error, found, () => true);
  return parsed.data;
}

/** Written beside and linked, so that of two servers that start at once both use the same secrets. */
async function makeSecrets(path: string): Promise<string> {
  const random = () => randomBytes(32).toString('base64url');
  const secrets: StoredSecrets = {
    basicToken: random(),
    refreshToken: random(),
    reservation: random(),
    files: random(),
  };
  const beside = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(beside, path).catch(ignoreExisting);
  await rm(beside);
  return readFile(path, 'utf8');
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
