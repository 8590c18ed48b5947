import { manifestError } from './manifest-error.js';
import type { ExternalDependency } from './program-manifest.js';
import { isTable, subTable, type TomlTable } from './toml-table.js';

/** Packages that belong to the compiler itself: every executable package names them, none is fetched. */
const OF_THE_COMPILER = new Set(['cairo_execute', 'cairo_test', 'assert_macros']);

export interface Dependencies {
  readonly externalDependencies: ExternalDependency[];
  readonly pathDependencies: string[];
}

/** Sorts `[dependencies]` into those in the archive, those of the compiler, and those from elsewhere. */
export function readDependencies(manifest: TomlTable): Dependencies {
  const externalDependencies: ExternalDependency[] = [];
  const pathDependencies: string[] = [];
  for (const [name, value] of Object.entries(subTable(manifest, 'dependencies'))) {
    const entry = resolve(manifest, name, value);
    if (isTable(entry) && typeof entry.path === 'string') pathDependencies.push(entry.path);
    else if (isTable(entry) && 'git' in entry) externalDependencies.push({ name, source: 'git' });
    else if (OF_THE_COMPILER.has(name)) continue;
    else if (isTable(entry) && 'workspace' in entry) externalDependencies.push({ name, source: 'workspace' });
    else externalDependencies.push({ name, source: 'registry' });
  }
  return { externalDependencies, pathDependencies };
}

/** Follows `{ workspace = true }` where the same file holds the workspace. */
function resolve(manifest: TomlTable, name: string, value: unknown): unknown {
  if (typeof value !== 'string' && !isTable(value)) {
    throw manifestError(`dependencies.${name}`, value, 'a version or a table');
  }
  if (!isTable(value) || value.workspace !== true) return value;
  const shared = subTable(subTable(manifest, 'workspace'), 'dependencies', 'workspace.dependencies');
  return (Object.hasOwn(shared, name) ? shared[name] : undefined) ?? value;
}
