import { DomainError, isTable, parseToml, subTable, type TomlTable } from '@cairn/shared-schema';
import { matchesPattern } from './matches-pattern.js';
import type { UnpackedFiles } from './unpack-archive.js';

const MANIFEST = 'Scarb.toml';

/**
 * The folder of the program's package below `root`: `''`, or, where the archive holds a workspace without a package of
 * its own, that of the only member with an executable target. The compiler chooses by the same rule.
 * @param read gives a manifest's text
 * @throws DomainError PROGRAM_INVALID when there is no such member, or more than one
 */
export async function findMember(
  files: UnpackedFiles,
  root: string,
  read: (path: string) => Promise<string>,
): Promise<string> {
  const manifest = parseToml(await read(`${root}${MANIFEST}`));
  if (manifest.package !== undefined || manifest.workspace === undefined) return '';
  const { members } = subTable(manifest, 'workspace');
  const patterns = (Array.isArray(members) ? members : []).filter((member) => typeof member === 'string');
  const matching = foldersOf(files, root).filter((folder) =>
    patterns.some((pattern) => matchesPattern(pattern, folder)),
  );
  const programs: string[] = [];
  for (const folder of matching) {
    if (isProgram(parseToml(await read(`${root}${folder}/${MANIFEST}`)))) programs.push(folder);
  }
  const [only, another] = programs;
  if (only === undefined || another !== undefined) throw refused(programs);
  return `${only}/`;
}

/** Folders with a manifest, relative to the root; hidden ones are nobody's packages. */
function foldersOf(files: UnpackedFiles, root: string): string[] {
  const end = `/${MANIFEST}`;
  return [...files.keys()]
    .filter((path) => path.startsWith(root) && path.endsWith(end))
    .map((path) => path.slice(root.length, -end.length))
    .filter((folder) => folder !== '' && !folder.split('/').some((part) => part.startsWith('.')))
    .sort();
}

function isProgram(manifest: TomlTable): boolean {
  const { executable } = subTable(manifest, 'target');
  const targets = Array.isArray(executable) ? executable.length : 0;
  return isTable(manifest.package) && (manifest.executable !== undefined || targets > 0);
}

function refused(programs: readonly string[]): DomainError {
  const found = programs.length === 0 ? 'none' : programs.slice(0, 5).join(', ');
  const expected = 'one member with an executable target';
  return new DomainError(
    'PROGRAM_INVALID',
    `The workspace's programs: found ${found}, expected ${expected}.`,
    {
      help: 'Pack a workspace in which one member has [executable] or [[target.executable]], or that package alone.',
      details: { field: 'workspace.members', found, expected },
    },
  );
}
