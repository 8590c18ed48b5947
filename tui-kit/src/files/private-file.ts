import { randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file for its owner alone, whole or not at all, in place of what was there. */
export async function replacePrivately(path: string, text: string): Promise<void> {
  await beside(path, text, (written) => rename(written, path));
}

/**
 * The same where nothing is there yet: of two who do it at once the first wins. On a file system without hard links the
 * file is for a moment there and not whole.
 * @param linkTo for tests
 * @returns whether this one did
 */
export async function createPrivately(path: string, text: string, linkTo = link): Promise<boolean> {
  try {
    await beside(path, text, async (written) => {
      try {
        await linkTo(written, path);
      } catch (error) {
        if (!hasCode(error, NO_LINKS)) throw error;
        await writeNew(path, text);
      }
      await rm(written);
    });
    return true;
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return false;
    throw error;
  }
}

/** Whether others can read an open file: 'cannot-be-helped' where its file system gives no file to its owner alone. */
export async function opennessOf(
  file: Pick<FileHandle, 'chmod' | 'stat'>,
): Promise<'closed' | 'open' | 'cannot-be-helped'> {
  const { mode } = await file.stat();
  if ((mode & OTHERS) === 0 || process.platform === 'win32') return 'closed';
  try {
    await file.chmod(mode & 0o700);
  } catch {
    return 'cannot-be-helped';
  }
  if (((await file.stat()).mode & OTHERS) !== 0) return 'cannot-be-helped';
  // Who opened it is to hear of it.
  await file.chmod(mode & 0o777);
  return 'open';
}

/** What file systems without hard links answer. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];
const OTHERS = 0o077;

function hasCode(error: unknown, codes: readonly unknown[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}

async function beside(path: string, text: string, put: (written: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeNew(written, text);
    await put(written);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Leaves nothing half written. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
