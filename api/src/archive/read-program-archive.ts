import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  ARCHIVE_LIMITS,
  DomainError,
  type ProgramManifest,
  parseProgramManifest,
} from '@cairn/shared-schema';
import type { ArchiveLimits } from './archive-limits.js';
import { findExecutable } from './find-executable.js';
import { findMember } from './find-member.js';
import { findPackage } from './find-package.js';
import { type UnpackedFiles, unpackArchive } from './unpack-archive.js';

/** A program archive, unpacked and looked through. */
export interface ProgramArchive {
  /** Folder with `Scarb.toml`: of the package, or of the workspace that holds it. */
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
  const read = (path: string, maxBytes: number) => readText(folder, files, path, maxBytes);
  const readManifest = async (path: string) => (await read(path, limits.maxManifestBytes)) ?? '';
  const member = `${root}${await findMember(files, root, readManifest)}`;
  const manifest = parseProgramManifest(await readManifest(`${member}Scarb.toml`));
  const executable = findExecutable(files, root, manifest);
  if (executable === undefined) checkSources(files, member);
  return {
    packageFolder: resolve(folder, root),
    manifest,
    readme:
      (await read(`${member}README.md`, limits.maxReadmeBytes)) ??
      (await read(`${root}README.md`, limits.maxReadmeBytes)),
    executablePath: executable === undefined ? undefined : join(folder, executable),
  };
}

/** What the compiler needs at least. Everything else about a package, its dependencies above all, the compiler judges. */
function checkSources(files: UnpackedFiles, member: string): void {
  if (files.has(`${member}src/lib.cairo`)) return;
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
