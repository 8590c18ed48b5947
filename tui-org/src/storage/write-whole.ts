import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder, and what is above it, readable by the user alone. */
export async function makePrivateDir(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** What a file is filled with: at once, or piece by piece. */
export type Contents =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

async function fillAndSync(file: FileHandle, data: Contents): Promise<void> {
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDir(path: string): Promise<void> {
  const dir = await open(path, 'r');
  try {
    await dir.sync();
  } finally {
    await dir.close();
  }
}

/** Gives a finished, synced file its final name: it is whole under that name, also after a power cut. */
export async function publishFile(from: string, to: string): Promise<void> {
  await makePrivateDir(dirname(to));
  await rename(from, to);
  await syncDir(dirname(to));
}

/**
 * Writes a file that is either whole under its name or not there: beside it first, then synced, then renamed.
 * The file is readable by the user alone unless `mode` says otherwise.
 */
export async function writeWhole(path: string, data: Contents, mode = 0o600): Promise<void> {
  await makePrivateDir(dirname(path));
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await fillAndSync(await open(beside, 'wx', mode), data);
    await publishFile(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
