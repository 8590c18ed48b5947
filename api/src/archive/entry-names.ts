import { invalidArchive } from './archive-error.js';

interface Seen {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** False for a folder that is only known from what lies in it. */
  readonly listed: boolean;
}

/**
 * Remembers the names of an archive's entries and refuses those that another file system, or another reader, would
 * take for one and the same.
 */
export class EntryNames {
  private readonly seen = new Map<string, Seen>();

  /** @throws DomainError PROGRAM_INVALID for duplicates, names that differ in case only, and a file that is a folder */
  add(path: string, kind: 'file' | 'folder'): void {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      this.addFolderOf(path.slice(0, end), path);
    }
    const before = this.lookUp(path, path);
    if (before !== undefined && (kind === 'file' || before.kind === 'file' || before.listed)) {
      throw invalidArchive('is there twice', path);
    }
    this.seen.set(fold(path), { path, kind, listed: true });
  }

  private addFolderOf(folder: string, path: string): void {
    const before = this.lookUp(folder, path);
    if (before?.kind === 'file') throw invalidArchive(`lies in "${folder}", which is a file`, path);
    if (before === undefined) this.seen.set(fold(folder), { path: folder, kind: 'folder', listed: false });
  }

  private lookUp(name: string, path: string): Seen | undefined {
    const before = this.seen.get(fold(name));
    if (before !== undefined && before.path !== name) {
      throw invalidArchive(`differs from "${before.path}" only in upper and lower case`, path);
    }
    return before;
  }
}

/** One spelling for all names that some file system takes for the same. */
function fold(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
