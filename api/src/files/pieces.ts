import type { FileHandle } from 'node:fs/promises';

/** So many bytes, in so many pieces at most, are kept back and written together: each write is a way to another thread. */
const TOGETHER = 256 * 1024;
const MOST_PIECES = 64;

/** The bytes of a file that come in small pieces. */
export class Pieces {
  #waiting: Buffer[] = [];
  #bytes = 0;

  constructor(private readonly file: FileHandle) {}

  /** Takes the next piece, and writes what has come when it is enough. */
  async add(piece: Buffer): Promise<void> {
    this.#waiting.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= TOGETHER || this.#waiting.length >= MOST_PIECES) await this.write();
  }

  /** Writes what has come. */
  async write(): Promise<void> {
    const pieces = this.#waiting;
    let left = this.#bytes;
    this.#waiting = [];
    this.#bytes = 0;
    if (left === 0) return;
    left -= (await this.file.writev(pieces)).bytesWritten;
    // A single write may be short; this one is not.
    if (left > 0) await this.file.writeFile(Buffer.concat(pieces).subarray(-left));
  }
}
