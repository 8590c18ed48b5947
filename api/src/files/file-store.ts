import type { Readable } from 'node:stream';
import type { StoreClaim } from './claim/store-claim.js';
import type { PieceStore } from './pieces/piece-store.js';

/** A file in the store: its content is its name. */
export interface StoredFile {
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** See `fileMark`: of a file of the local disk that was hashed as it was written, and synced. */
  readonly mark?: string;
}

/** Which of these files a row names. */
export type NamedAmong = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

/** First and last byte, both included, from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A stored file under a path that other programs can read, until it is released. */
export interface LocalCopy {
  readonly path: string;
  release(): Promise<void>;
}

/** A private folder (mode 0700) for work on files. */
export interface TempFolder {
  readonly path: string;
  /** Removes the folder and everything in it; may be called twice. */
  remove(): Promise<void>;
}

/** A place for one private file, which is not there yet. */
export interface TempFile {
  readonly path: string;
  /** Removes the file; may be called twice. */
  remove(): Promise<void>;
}

/**
 * Where uploaded files live, named by their content: the same bytes are stored once. No name from outside
 * ever becomes a path or a key. Rows refer to files by hash; files that no row refers to are collected later.
 */
export interface FileStore {
  /** Which database the files belong to. Once it is claimed here, nothing is deleted after another has taken it over. */
  readonly claim: StoreClaim;
  /** What has come of uploads that are not whole yet. */
  readonly pieces: PieceStore;
  /**
   * Stores a file of the local disk whose size and SHA-256 are known. It is there, whole, and stays through a power cut
   * when this returns; on any error nothing is to be seen of it. It may be gone from where it was. Put it again before
   * each row that names it, also when it is there: what was put long ago may be on its way out.
   * @throws DomainError SERVER_BUSY when the disk is full or the store away; Error when the file is not the one that was
   * hashed
   */
  put(path: string, file: StoredFile): Promise<void>;
  /** Opens a stored file, whole or a range of it; undefined when it is not there. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Bytes of a stored file; undefined when it is not there. */
  size(sha256: string): Promise<number | undefined>;
  exists(sha256: string): Promise<boolean>;
  /** A path for programs that read files, such as the prover; undefined when the file is not there. */
  localCopy(sha256: string): Promise<LocalCopy | undefined>;
  /**
   * Removes a file. Only for files that no row refers to any more; no error when it is gone already. A store that
   * several processes share may leave a young one to the collector: another process may be about to name it.
   * @throws ConfigError when the store is no longer the database's that it was claimed for
   */
  delete(sha256: string): Promise<void>;
  /**
   * Removes files that no row names and that were last put longer than `graceMs` ago, and what crashes left.
   * @param graceMs longer than the longest time between a put and the row that it is for
   * @returns how many files were removed
   * @throws ConfigError when the store is no longer the database's that it was claimed for
   */
  collectUnreferenced(namedAmong: NamedAmong, graceMs: number): Promise<number>;
  tempFolder(): Promise<TempFolder>;
  tempFile(): TempFile;
  /** Rejects, with a message for the operator, when files can be neither read nor written now, or are another database's. */
  check(): Promise<void>;
  /** Lets go of connections. */
  close(): void;
}
