const keptBytes = 64 * 1024;

/** The end of a log, however long the log is. */
export class LogTail {
  #parts: Buffer[] = [];
  #bytes = 0;

  push(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > 2 * keptBytes) this.#trim();
  }

  text(): string {
    this.#trim();
    return Buffer.concat(this.#parts).toString('utf8').trim();
  }

  #trim(): void {
    const kept = Buffer.concat(this.#parts).subarray(-keptBytes);
    // A copy, so that the whole of a large chunk is not kept alive by its end.
    this.#parts = [Buffer.from(kept)];
    this.#bytes = kept.length;
  }
}
