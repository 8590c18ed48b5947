import { parseFelt } from '../felt/felt.js';
import { OutputDecodingError } from './output-decoding-error.js';

/** Walks over a program's output, one field element after the other. */
export class FeltReader {
  private next: number;
  private column: string | undefined;

  constructor(
    private readonly felts: readonly string[],
    start: number,
  ) {
    this.next = start;
  }

  /** Index of the field element that is read next. */
  get position(): number {
    return this.next;
  }

  get remaining(): number {
    return this.felts.length - this.next;
  }

  /** Errors from here on name this declared output. */
  enter(column: string): void {
    this.column = column;
  }

  /** @throws OutputDecodingError at the end of the output, or when the text is no field element. */
  read(expected: string): bigint {
    const text = this.felts[this.next];
    if (text === undefined) {
      this.next += 1;
      throw this.error(`the output ends after ${this.felts.length} values, expected ${expected}.`);
    }
    this.next += 1;
    try {
      return parseFelt(text);
    } catch (cause) {
      throw this.error(cause instanceof Error ? cause.message : String(cause));
    }
  }

  /** An error about the field element that was read last. */
  error(message: string): OutputDecodingError {
    const position = this.next - 1;
    return new OutputDecodingError(`value ${position + 1}: ${message}`, position, this.column);
  }
}
