/** Thrown for a line that is too long. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/** Cuts a stream of bytes into lines of bounded length. */
export class BoundedLines {
  #rest: Buffer[] = [];
  #length = 0;

  /** @param longest bytes of a line, without its end */
  constructor(private readonly longest: number) {}

  /**
   * @returns the lines that a chunk completes
   * @throws LineTooLong; nothing may be pushed after that
   */
  push(chunk: Buffer): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#keep(chunk.subarray(from, end));
      lines.push(Buffer.concat(this.#rest).toString('utf8'));
      this.#rest = [];
      this.#length = 0;
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  #keep(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.longest) throw new LineTooLong(`a line has more than ${this.longest} bytes`);
    if (part.length > 0) this.#rest.push(part);
  }
}
