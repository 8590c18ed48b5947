import type { Readable } from 'node:stream';

/** A file in the store: its content is its name. */
export interface StoredFile {
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface PutOptions {
  /** The upload is given up as soon as it is larger. */
  readonly maxBytes: number;
  /** What the file is, for messages: "the program archive". */
  readonly what: string;
}

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

/**
 * Where uploaded files live, named by their content: the same bytes are stored once. No name from outside
 * ever becomes a path. Rows refer to files by hash; files that no row refers to are collected later.
 */
export interface FileStore {
  /**
   * Stores a stream. The file is on disk, whole, when this returns; on any error nothing is left.
   * @throws DomainError FILE_TOO_LARGE while it streams; SERVER_BUSY when the disk is full
   */
  put(source: Readable, options: PutOptions): Promise<StoredFile>;
  /** Opens a stored file, whole or a range of it; undefined when it is not there. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Bytes of a stored file; undefined when it is not there. */
  size(sha256: string): Promise<number | undefined>;
  exists(sha256: string): Promise<boolean>;
  /** A path for programs that read files, such as the prover; undefined when the file is not there. */
  localCopy(sha256: string): Promise<LocalCopy | undefined>;
  /** Removes a file. Only for files that no row refers to any more; no error when it is gone already. */
  delete(sha256: string): Promise<void>;
  /**
   * Removes files that are not referenced and were put before `olderThan`, and what broken uploads left.
   * List the references first, then call this: what is put meanwhile is younger than `olderThan`, which must lie
   * further back than the longest time between a put and its row.
   * @returns how many files were removed
   */
  collectUnreferenced(referenced: Iterable<string>, olderThan: Date): Promise<number>;
  tempFolder(): Promise<TempFolder>;
}
