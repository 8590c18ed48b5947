import { stat } from 'node:fs/promises';
import { UsageError } from '@cairn/tui-kit';

/** A file that is there already. */
export interface FileThere {
  /** Bytes. */
  readonly size: number;
  readonly modifiedAt: Date;
}

/**
 * The file that stands where one is to be written; undefined where there is none.
 * @throws UsageError for anything that is no file, such as a folder or a device; system errors
 */
export async function fileAt(path: string): Promise<FileThere | undefined> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (stats === undefined) return undefined;
  if (stats.isFile()) return { size: stats.size, modifiedAt: stats.mtime };
  throw new UsageError(`${path} is ${stats.isDirectory() ? 'a folder' : 'no file'}`, {
    expected: 'the path of a file',
    help: 'name a file in a folder',
  });
}
