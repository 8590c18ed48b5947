import { manifestError } from './manifest-error.js';
import type { ProgramManifest } from './program-manifest.js';
import { readCairnSection } from './read-cairn-section.js';
import { isTable, parseToml, subTable, type TomlTable } from './toml-table.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/u;

/**
 * Reads a program's `Scarb.toml`.
 * @throws DomainError PROGRAM_INVALID that names the key, what was found and what was expected
 */
export function parseProgramManifest(text: string): ProgramManifest {
  const manifest = parseToml(text);
  const packageName = readPackageName(manifest);
  return {
    packageName,
    executableNames: readExecutableNames(manifest, packageName),
    ...readCairnSection(subTable(subTable(manifest, 'tool'), 'cairn', 'tool.cairn')),
  };
}

function readPackageName(manifest: TomlTable): string {
  const name = subTable(manifest, 'package').name;
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw manifestError(
      'package.name',
      name,
      'a name of letters, digits and _ that does not start with a digit',
    );
  }
  return name;
}

/** The names of `[executable]` and of every `[[target.executable]]`; the package's own where none is given. */
function readExecutableNames(manifest: TomlTable, packageName: string): string[] {
  const further = subTable(manifest, 'target').executable ?? [];
  if (!Array.isArray(further))
    throw manifestError('target.executable', further, 'tables [[target.executable]]');
  const own = manifest.executable === undefined ? [] : [subTable(manifest, 'executable')];
  const names = [...own, ...(further as unknown[])].map((target, index) => {
    const name = isTable(target) ? (target.name ?? packageName) : undefined;
    if (typeof name !== 'string' || !NAME.test(name)) {
      throw manifestError(`target.executable[${index}].name`, name, 'a name of letters, digits and _');
    }
    return name;
  });
  return names.length === 0 ? [packageName] : names;
}
