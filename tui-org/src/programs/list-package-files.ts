import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { ARCHIVE_CONTENTS, ARCHIVE_LIMITS, belongsInArchive } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';

/** A file that goes into the archive. */
export interface PackageFile {
  /** Relative to the package, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The files of a package that are published, sorted by path: the manifest, `src/`, README and lock file, and, if
 * asked for, the built executables. Nothing else leaves the machine.
 * @param executableNames names whose built executables are taken along; empty for none
 * @throws UsageError for a link or a device among them, and for more than an archive may hold
 */
export async function listPackageFiles(
  packageDir: string,
  executableNames: readonly string[],
): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  let total = 0;
  for await (const file of walk(packageDir, executableNames)) {
    files.push(file);
    total += file.bytes;
    checkBounds(packageDir, files.length, total, file);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function* walk(packageDir: string, executableNames: readonly string[]): AsyncGenerator<PackageFile> {
  const roots = [...ARCHIVE_CONTENTS.required, ...ARCHIVE_CONTENTS.optional].filter(
    (path) => !path.includes('/'),
  );
  for (const path of roots) yield* visit(packageDir, path, executableNames);
  for (const folder of ARCHIVE_CONTENTS.folders) yield* visit(packageDir, folder, executableNames);
  if (executableNames.length > 0) yield* visit(packageDir, ARCHIVE_CONTENTS.buildFolder, executableNames);
}

async function* visit(
  packageDir: string,
  path: string,
  executableNames: readonly string[],
): AsyncGenerator<PackageFile> {
  const facts = await lstat(join(packageDir, path)).catch(() => undefined);
  if (facts === undefined) return;
  if (facts.isDirectory()) {
    for await (const entry of await opendir(join(packageDir, path))) {
      yield* visit(packageDir, `${path}/${entry.name}`, executableNames);
    }
    return;
  }
  if (!belongsInArchive(path, executableNames)) return;
  if (!facts.isFile()) throw notRegular(path);
  yield { path, bytes: facts.size };
}

function notRegular(path: string): UsageError {
  return new UsageError(`${path} in the package is a link or a device`, {
    expected: 'regular files and folders only',
    help: 'put a copy of the file in its place',
  });
}

function checkBounds(packageDir: string, entries: number, total: number, last: PackageFile): void {
  const { maxEntries, maxTotalBytes, maxFileBytes, maxPathLength } = ARCHIVE_LIMITS;
  const refuse = (found: string, expected: string): never => {
    throw new UsageError(`the package in ${packageDir} has ${found}`, {
      expected,
      help: 'make the package smaller',
    });
  };
  if (entries > maxEntries) refuse(`more than ${maxEntries} files`, `at most ${maxEntries}`);
  if (total > maxTotalBytes) refuse(`more than ${maxTotalBytes} bytes`, `at most ${maxTotalBytes} in all`);
  if (last.bytes > maxFileBytes)
    refuse(`${last.bytes} bytes in ${last.path}`, `at most ${maxFileBytes} a file`);
  if (last.path.length > maxPathLength)
    refuse(`a very long path: ${last.path}`, `at most ${maxPathLength} characters`);
}
