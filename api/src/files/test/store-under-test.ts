import type { FileStore } from '../file-store.js';

/** A store with nothing in it, and what tests of every store need to know of its inside. */
export interface StoreUnderTest extends AsyncDisposable {
  readonly files: FileStore;
  /** Of the local disk. */
  readonly root: string;
  /** The same store as another process has it open. */
  open(): Promise<FileStore>;
  /** Names of the contents that are kept, each once. */
  stored(): Promise<string[]>;
  /** Everything that was put of this content until now was put two hours ago. */
  age(sha256: string): Promise<void>;
}
