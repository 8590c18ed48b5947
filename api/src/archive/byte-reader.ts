import { invalidArchive } from './archive-error.js';

/** Takes bytes from a stream in the portions that a format needs, holding at most one chunk. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  /** Between 1 and `max` bytes; an empty buffer at the end. */
  async some(max: number): Promise<Buffer> {
    while (this.held.length === 0) {
      const next = await this.chunks.next();
      if (next.done === true) return this.held;
      this.held = next.value;
    }
    const taken = this.held.subarray(0, max);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  /** @throws DomainError PROGRAM_INVALID when the stream ends before */
  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.portion(length)) parts.push(part);
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** The next bytes, piece by piece. @throws DomainError PROGRAM_INVALID when the stream ends before */
  async *portion(length: number): AsyncGenerator<Buffer> {
    let missing = length;
    while (missing > 0) {
      const part = await this.some(missing);
      if (part.length === 0) throw invalidArchive('ends in the middle of an entry');
      missing -= part.length;
      yield part;
    }
  }
}
