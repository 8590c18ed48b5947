import { manifestError } from './manifest-error.js';
import type { ProgramManifest } from './program-manifest.js';
import { readCairnSection } from './read-cairn-section.js';
import { readDependencies } from './read-dependencies.js';
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
    ...readDependencies(manifest),
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

/** `[[target.executable]]` with its names, or `[executable]`: then the package's own name. */
function readExecutableNames(manifest: TomlTable, packageName: string): string[] {
  const targets = subTable(manifest, 'target').executable;
  if (targets === undefined) return [packageName];
  if (!Array.isArray(targets))
    throw manifestError('target.executable', targets, 'tables [[target.executable]]');
  const names = targets.map((target, index) => {
    const name = isTable(target) ? (target.name ?? packageName) : undefined;
    if (typeof name !== 'string' || !NAME.test(name)) {
      throw manifestError(`target.executable[${index}].name`, name, 'a name of letters, digits and _');
    }
    return name;
  });
  return names.length === 0 ? [packageName] : names;
}
