import { stat } from 'node:fs/promises';

/** Whether a file was last changed before this moment; one that is gone is not. */
export async function isOlder(path: string, olderThan: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < olderThan.getTime();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
