import { OffProtocol } from './off-protocol.js';

const newline = 0x0a;

/** Bounds on what a prover may say: an answer may hold a million field elements, no more than that is meant. */
export interface OutputLimits {
  lineBytes: number;
  totalBytes: number;
}

export const defaultLimits: OutputLimits = { lineBytes: 96 * 2 ** 20, totalBytes: 128 * 2 ** 20 };

/** Cuts a stream of bytes into lines of UTF-8 text, within limits. */
export class Lines {
  #parts: Buffer[] = [];
  #pending = 0;
  #total = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly limits: OutputLimits) {}

  /**
   * Takes the next bytes, gives the lines that they complete.
   * @throws OffProtocol when a limit is passed or a line is not UTF-8.
   */
  *push(chunk: Buffer): Generator<string> {
    this.#total += chunk.length;
    if (this.#total > this.limits.totalBytes)
      throw new OffProtocol(`more than ${this.limits.totalBytes} bytes of output`);
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      this.#keep(chunk.subarray(from, at));
      from = at + 1;
      yield this.#take();
    }
    this.#keep(chunk.subarray(from));
  }

  /** Begins to count anew: for the next job of a stream that goes on. */
  startOver(): void {
    this.#total = this.#pending;
  }

  /** The last line, when it does not end in a newline. */
  rest(): string {
    return this.#take();
  }

  #keep(part: Buffer): void {
    this.#pending += part.length;
    if (this.#pending > this.limits.lineBytes)
      throw new OffProtocol(`a line of more than ${this.limits.lineBytes} bytes`);
    if (part.length > 0) this.#parts.push(part);
  }

  #take(): string {
    const line = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#pending = 0;
    try {
      return this.#decoder.decode(line);
    } catch (cause) {
      throw new OffProtocol('a line that is not UTF-8', { cause });
    }
  }
}
