import { DomainError } from '@cairn/shared-schema';
import type { UnpackedFiles } from './unpack-archive.js';

const HELP = 'Pack the folder that holds Scarb.toml.';

/**
 * The folder of the package within the archive: the archive itself (`''`), or its only folder. Companion files that
 * macOS adds (`._name`) do not count.
 * @throws DomainError PROGRAM_INVALID when there is no Scarb.toml where it is expected
 */
export function findPackage(files: UnpackedFiles): string {
  if (files.has('Scarb.toml')) return '';
  const tops = new Set(
    [...files.keys()].filter((path) => !path.startsWith('._')).map((path) => path.split('/')[0] ?? ''),
  );
  const [only] = tops;
  if (tops.size === 1 && only !== undefined && files.has(`${only}/Scarb.toml`)) return `${only}/`;
  const found =
    tops.size === 0 ? 'no files' : `${[...tops].slice(0, 5).join(', ')}${tops.size > 5 ? ', …' : ''}`;
  throw new DomainError(
    'PROGRAM_INVALID',
    `The program archive has no Scarb.toml: found ${found}, expected Scarb.toml at its top or in its only folder.`,
    { help: HELP, details: { field: 'Scarb.toml', found, expected: 'Scarb.toml' } },
  );
}
