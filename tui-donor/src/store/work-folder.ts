import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the files of one piece of work lie. */
export interface WorkFolder {
  readonly path: string;
  readonly executable: string;
  readonly input: string;
  readonly execution: string;
  readonly proof: string;
}

/** @param clientKey our own random key: nothing of the server's goes into a path */
export function workFolder(dataDir: string, clientKey: string): WorkFolder {
  const path = join(dataDir, 'work', clientKey);
  return {
    path,
    executable: join(path, 'executable.json'),
    input: join(path, 'input.csv'),
    execution: join(path, 'execution.bin'),
    proof: join(path, 'proof.bin'),
  };
}

export async function removeWorkFolder(folder: WorkFolder): Promise<void> {
  await rm(folder.path, { recursive: true, force: true });
}
