import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inPool } from '../../pool/in-pool.js';

/** Bytes that may wait to be written. */
const MOST_WAITING = 32 * 1024 * 1024;
const WRITERS = 8;
const LINE_FEED = 0x0a;
/** Room that a group is given at first. */
const FIRST_BYTES = 256;

/**
 * The files of the groups that another file is cut into. Rows come for any of them in any order, and there may be more of
 * them than a process may have open: rows wait in memory, up to a bound, and are added to their files many at a time.
 */
export class GroupFiles {
  readonly #waiting = new Map<number, Lines>();
  #bytes = 0;

  constructor(private readonly folder: string) {}

  /** Where the file of a group is. */
  pathOf(index: number): string {
    return join(this.folder, `cut-${index}.csv`);
  }

  add(index: number, content: Buffer): void {
    let lines = this.#waiting.get(index);
    if (lines === undefined) {
      lines = new Lines();
      this.#waiting.set(index, lines);
      this.#bytes += FIRST_BYTES;
    }
    lines.add(content);
    this.#bytes += content.length + 1;
  }

  /** Writes what waits when it has become much. */
  async relieve(): Promise<void> {
    if (this.#bytes > MOST_WAITING) await this.flush();
  }

  /** Writes everything that waits. */
  async flush(): Promise<void> {
    const all = [...this.#waiting];
    this.#waiting.clear();
    this.#bytes = 0;
    await inPool(all, WRITERS, ([index, lines]) =>
      appendFile(this.pathOf(index), lines.whole, { mode: 0o600 }),
    );
  }
}

/** Lines one after the other in a block that grows: an object for each of them would take many times their bytes. */
class Lines {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;

  get whole(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  add(content: Buffer): void {
    const end = this.#length + content.length + 1;
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(end, 2 * this.#bytes.length));
      this.whole.copy(larger);
      this.#bytes = larger;
    }
    content.copy(this.#bytes, this.#length);
    this.#bytes[end - 1] = LINE_FEED;
    this.#length = end;
  }
}
