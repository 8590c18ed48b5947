import { DomainError, executableFileName, type ProgramManifest } from '@cairn/shared-schema';
import type { UnpackedFiles } from './unpack-archive.js';

/**
 * The built executable in the package, relative to the archive: one of `scarb build`'s release profile before one of
 * its dev profile. Undefined when there is none.
 * @throws DomainError PROGRAM_INVALID when several could be meant
 */
export function findExecutable(
  files: UnpackedFiles,
  root: string,
  manifest: ProgramManifest,
): string | undefined {
  const target = `${root}target/`;
  const names = new Set(manifest.executableNames.map(executableFileName));
  const built = [...files.keys()].filter(
    (path) => path.startsWith(target) && names.has(path.slice(path.lastIndexOf('/') + 1)),
  );
  for (const profile of ['release', 'dev']) {
    const ofProfile = built.filter((path) => path.startsWith(`${target}${profile}/`));
    if (ofProfile.length > 0) return only(ofProfile);
  }
  return built.length === 0 ? undefined : only(built);
}

function only(paths: readonly string[]): string | undefined {
  if (paths.length === 1) return paths[0];
  const found = paths.slice(0, 3).join(', ');
  throw new DomainError(
    'PROGRAM_INVALID',
    `The program archive has several executables: ${found}. Expected one.`,
    {
      help: 'Pack only the executable that donors shall run.',
      details: { field: 'target', found, expected: 'one executable' },
    },
  );
}
