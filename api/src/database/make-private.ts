import { chmod, open } from 'node:fs/promises';

/**
 * Makes a SQLite file where it is missing and lets only its owner read it, whatever the folder allows: it holds
 * password hashes. SQLite gives the files beside it the same permissions, but not those that are left from before.
 */
export async function makePrivate(file: string): Promise<void> {
  await (await open(file, 'a', 0o600)).close();
  await chmod(file, 0o600);
  for (const beside of ['-wal', '-shm']) await chmod(`${file}${beside}`, 0o600).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
