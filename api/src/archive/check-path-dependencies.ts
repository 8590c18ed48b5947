import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { DomainError, type ProgramManifest, parseProgramManifest } from '@cairn/shared-schema';

const MAX_PACKAGES = 32;

/**
 * Follows path dependencies from package to package: each must lie in the package's own folder, or the compiler would
 * read files of the server.
 * @param root folder of the unpacked package
 * @returns registry and git dependencies of the packages it met, without those of the package itself
 * @throws DomainError PROGRAM_INVALID
 */
export async function checkPathDependencies(
  root: string,
  manifest: ProgramManifest,
): Promise<ProgramManifest['externalDependencies']> {
  const met = new Map<string, ProgramManifest>([['', manifest]]);
  for (const [folder, { pathDependencies }] of met) {
    for (const dependency of pathDependencies) {
      const path = inside(folder, dependency);
      if (met.has(path)) continue;
      if (met.size >= MAX_PACKAGES) throw refused(dependency, `at most ${MAX_PACKAGES} packages`);
      met.set(path, await readManifest(root, path, dependency));
    }
  }
  met.delete('');
  return [...met.values()].flatMap(({ externalDependencies }) => externalDependencies);
}

function inside(folder: string, dependency: string): string {
  const path = posix.normalize(posix.join(folder, dependency)).replace(/\/$/u, '');
  if (posix.isAbsolute(dependency) || path === '..' || path.startsWith('../') || dependency.includes('\\')) {
    throw refused(dependency, "a folder within the package's own folder");
  }
  return path === '.' ? '' : path;
}

async function readManifest(root: string, path: string, dependency: string): Promise<ProgramManifest> {
  let text: string;
  try {
    text = await readFile(join(root, path, 'Scarb.toml'), 'utf8');
  } catch (cause) {
    throw refused(dependency, 'a folder of the archive with a Scarb.toml', cause);
  }
  return parseProgramManifest(text);
}

function refused(dependency: string, expected: string, cause?: unknown): DomainError {
  const found = JSON.stringify(dependency.slice(0, 200));
  return new DomainError(
    'PROGRAM_INVALID',
    `Scarb.toml: found the path dependency ${found}, expected ${expected}.`,
    {
      help: 'Put the dependency into the package, or upload the built executable with the archive.',
      details: { field: 'dependencies', found, expected },
      cause,
    },
  );
}
