import { PATHS } from '../bundle/entry-kind.js';
import type { Manifest } from '../bundle/manifest.js';
import type { FoundEntry } from './bundle-reader.js';
import type { Findings } from './finding.js';

/** The entries by their paths; of two with one path the first, which is told. */
export function byPath(found: readonly FoundEntry[], findings: Findings): Map<string, FoundEntry> {
  const entries = new Map<string, FoundEntry>();
  for (const entry of found) {
    if (entries.has(entry.path))
      findings.add('ENTRY_TWICE', `an entry is there twice: ${entry.path}`, entry.path);
    else entries.set(entry.path, entry);
  }
  return entries;
}

/** Holds what is there against what the manifest says is there. */
export function compareEntries(
  entries: ReadonlyMap<string, FoundEntry>,
  { files }: Manifest,
  findings: Findings,
): void {
  const planned = [PATHS.manifest, PATHS.signature, ...files.map(({ path }) => path)];
  const known = new Set<string>(planned);
  const before = findings.total;
  for (const path of planned)
    if (!entries.has(path)) findings.add('ENTRY_MISSING', `an entry is missing: ${path}`, path);
  for (const path of entries.keys()) {
    if (!known.has(path))
      findings.add('ENTRY_ADDED', `an entry was added: ${path}, of which the manifest says nothing`, path);
  }
  const inOrder = [...entries.keys()].every((path, index) => path === planned[index]);
  if (findings.total === before && !inOrder)
    findings.add('MALFORMED', 'the entries are in another order than the manifest says');
}
