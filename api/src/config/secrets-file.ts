import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { formatSecrets, randomSecrets } from './stored-secrets.js';

/** The text of a data folder's secrets; on first start random ones are made, in a file that only its owner can read. */
export async function readOrMakeSecrets(path: string): Promise<string> {
  return (await readIfThere(path)) ?? (await makeSecrets(path));
}

/** Written beside and linked, so that of two servers that start at once both use the same secrets. */
async function makeSecrets(path: string): Promise<string> {
  const beside = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(formatSecrets(randomSecrets()));
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
