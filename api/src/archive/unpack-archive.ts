import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFull } from '../files/disk-full.js';
import type { UnpackLimits } from './archive-limits.js';
import { readTar, type TarEntry } from './read-tar.js';
import { unpackedBytes } from './unpacked-bytes.js';

/** The files of an archive: relative path and size. */
export type UnpackedFiles = ReadonlyMap<string, number>;

/**
 * Unpacks a tar file (gzip allowed) into a folder that it makes: files of mode 0600, folders of mode 0700.
 * On an error the folder may hold a part; the caller removes it either way.
 * @param archivePath the archive on disk
 * @param folder must not exist yet; nothing is written outside of it
 * @throws DomainError PROGRAM_INVALID or FILE_TOO_LARGE
 */
export async function unpackArchive(
  archivePath: string,
  folder: string,
  limits: UnpackLimits,
): Promise<UnpackedFiles> {
  const files = new Map<string, number>();
  await mkdir(folder, { mode: 0o700 });
  for await (const entry of readTar(unpackedBytes(archivePath, limits), limits)) {
    const target = join(folder, entry.path);
    await mkdir(entry.kind === 'folder' ? target : dirname(target), { recursive: true, mode: 0o700 });
    if (entry.kind === 'folder') continue;
    await writeEntry(target, entry);
    files.set(entry.path, entry.size);
  }
  return files;
}

async function writeEntry(target: string, entry: TarEntry): Promise<void> {
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const bytes of entry.body) await file.appendFile(bytes);
  } catch (error) {
    throw diskFull(error) ?? error;
  } finally {
    await file.close();
  }
}
