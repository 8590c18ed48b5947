import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateDir } from './write-whole.js';

/** Gives `work` an empty folder on the same disk as what is kept, and removes it afterwards, whatever happened. */
export async function withWorkFolder<T>(root: string, work: (folder: string) => Promise<T>): Promise<T> {
  await makePrivateDir(root);
  const folder = await mkdtemp(join(root, 'work-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
