import { create } from 'tar';
import type { PackageFile } from './list-package-files.js';

/**
 * Packs a package's files into a `.tar`. The same files make the same bytes: no owner, no times.
 * @param destination a path where nothing is yet
 */
export async function packArchive(
  packageDir: string,
  files: readonly PackageFile[],
  destination: string,
): Promise<void> {
  await create(
    { cwd: packageDir, file: destination, portable: true, noMtime: true, strict: true, noDirRecurse: true },
    files.map((file) => (file.path.startsWith('@') ? `./${file.path}` : file.path)),
  );
}
