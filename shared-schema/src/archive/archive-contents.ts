/** What goes into a program archive, relative to the package's folder. The server ignores anything else. */
export const ARCHIVE_CONTENTS = {
  /** Files that must be there. */
  required: ['Scarb.toml', 'src/lib.cairo'],
  /** Files that are taken when they are there. */
  optional: ['Scarb.lock', 'README.md'],
  /** Folders that are taken whole, regular files only. */
  folders: ['src'],
  /** Below this folder only the built executable is taken. */
  buildFolder: 'target',
} as const;

/** The file name under which `scarb build` writes an executable. */
export function executableFileName(executableName: string): string {
  return `${executableName}.executable.json`;
}

/** True for a path (with `/`, relative to the package's folder) that a client packs into the archive. */
export function belongsInArchive(path: string, executableNames: readonly string[]): boolean {
  const { required, optional, folders, buildFolder } = ARCHIVE_CONTENTS;
  if ([...required, ...optional].some((file) => file === path)) return true;
  if (folders.some((folder) => path.startsWith(`${folder}/`))) return true;
  if (!path.startsWith(`${buildFolder}/`)) return false;
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return executableNames.some((name) => executableFileName(name) === fileName);
}
