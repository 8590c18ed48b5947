import type { Readable } from 'node:stream';
import type { StoredFile } from '../file-store.js';

/** A stretch of an unfinished upload. */
export interface Piece {
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

/** Which of these uploads there still are. */
export type KnownAmong = (uploads: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Where the bytes of unfinished uploads lie, apart from the stored files: each piece is there whole or not at all, and how
 * far an upload is can be read from its pieces alone, by any process. An upload's id is a UUID of this server's own.
 */
export interface PieceStore {
  /**
   * Keeps a file of a private folder as the piece at an offset, in place of an earlier one there. It is there, whole, and
   * stays through a power cut when this returns. The file may be moved away.
   * @throws DomainError SERVER_BUSY when the disk is full or the store away
   */
  put(upload: string, offset: number, path: string, file: StoredFile): Promise<void>;
  /** The pieces that follow each other from the first byte without a gap: what there is of the upload. */
  list(upload: string): Promise<Piece[]>;
  /** @throws Error when it is not there */
  open(upload: string, piece: Piece): Promise<Readable>;
  /** Removes all pieces of an upload; no error when there are none. */
  remove(upload: string): Promise<void>;
  /**
   * Removes the pieces of uploads that are no more. An upload is known before it has a piece, so no age is asked for.
   * @returns how many uploads were removed
   */
  collect(knownAmong: KnownAmong): Promise<number>;
}
