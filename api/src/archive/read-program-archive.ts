import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  ARCHIVE_LIMITS,
  DomainError,
  type ProgramManifest,
  parseProgramManifest,
} from '@cairn/shared-schema';
import type { ArchiveLimits } from './archive-limits.js';
import { checkPathDependencies } from './check-path-dependencies.js';
import { findExecutable } from './find-executable.js';
import { findPackage } from './find-package.js';
import { type UnpackedFiles, unpackArchive } from './unpack-archive.js';

/** A program archive, unpacked and looked through. */
export interface ProgramArchive {
  /** Folder with `Scarb.toml`. */
  readonly packageFolder: string;
  readonly manifest: ProgramManifest;
  /** Text of README.md, if there is one. */
  readonly readme: string | undefined;
  /** The built executable, if the archive brings one; otherwise the package must be compiled. */
  readonly executablePath: string | undefined;
}

/**
 * Unpacks a program archive and finds what the server needs in it.
 * @param archivePath the archive on disk
 * @param folder a folder that does not exist yet; the caller removes it in any case
 * @throws DomainError PROGRAM_INVALID or FILE_TOO_LARGE
 */
export async function readProgramArchive(
  archivePath: string,
  folder: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ProgramArchive> {
  const files = await unpackArchive(archivePath, folder, limits);
  const root = findPackage(files);
  const packageFolder = resolve(folder, root);
  const manifestText = await readText(folder, files, `${root}Scarb.toml`, limits.maxManifestBytes);
  const manifest = parseProgramManifest(manifestText ?? '');
  const executable = findExecutable(files, root, manifest);
  if (executable === undefined) await checkBuildable(files, root, packageFolder, manifest);
  return {
    packageFolder,
    manifest,
    readme: await readText(folder, files, `${root}README.md`, limits.maxReadmeBytes),
    executablePath: executable === undefined ? undefined : join(folder, executable),
  };
}

/** What the server can compile by itself: a library file, and no dependency that would have to be fetched. */
async function checkBuildable(
  files: UnpackedFiles,
  root: string,
  packageFolder: string,
  manifest: ProgramManifest,
): Promise<void> {
  if (!files.has(`${root}src/lib.cairo`)) {
    throw new DomainError(
      'PROGRAM_INVALID',
      'The program archive has no src/lib.cairo and no built executable.',
      {
        help: 'Pack the folder src, or the executable that `scarb build` writes below target.',
        details: {
          field: 'src/lib.cairo',
          found: 'nothing',
          expected: 'the library file of a Cairo package',
        },
      },
    );
  }
  const further = await checkPathDependencies(packageFolder, manifest);
  const external = [...manifest.externalDependencies, ...further];
  if (external.length === 0) return;
  const names = [...new Set(external.map(({ name, source }) => `${name} (${source})`))]
    .slice(0, 10)
    .join(', ');
  throw new DomainError(
    'PROGRAM_INVALID',
    `The package has dependencies that the server does not fetch: ${names}.`,
    {
      help: 'Run `scarb build` and pack its target/release/<name>.executable.json with the archive.',
      details: { field: 'dependencies', found: names, expected: 'path dependencies or a built executable' },
    },
  );
}

async function readText(
  folder: string,
  files: UnpackedFiles,
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  const size = files.get(path);
  if (size === undefined) return undefined;
  const bytes = size > maxBytes ? undefined : await readFile(join(folder, path));
  try {
    if (bytes !== undefined) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DomainError('PROGRAM_INVALID', `${path} is not UTF-8 text.`, {
      help: 'Save it as UTF-8.',
      details: { field: path },
      cause,
    });
  }
  throw new DomainError('PROGRAM_INVALID', `${path}: found ${size} bytes, expected at most ${maxBytes}.`, {
    help: 'Shorten it.',
    details: { field: path, found: `${size} bytes`, expected: `at most ${maxBytes} bytes` },
  });
}
