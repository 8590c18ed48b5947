import type { Readable } from 'node:stream';
import type { ProverEvent } from '../answers/event.js';
import { Lines, type OutputLimits } from './lines.js';
import { OffProtocol } from './off-protocol.js';
import type { Stop } from './stop.js';
import { Transcript } from './transcript.js';

/** Reads what a running prover writes; ends it when that is out of protocol, or when the listener throws. */
export class Output {
  readonly #lines: Lines;
  readonly #transcript: Transcript;

  constructor(
    limits: OutputLimits,
    onEvent: (event: ProverEvent) => void,
    private readonly stop: Stop,
  ) {
    this.#lines = new Lines(limits);
    this.#transcript = new Transcript(onEvent);
  }

  get answer(): object | undefined {
    return this.#transcript.answer;
  }

  follow(stream: Readable): void {
    stream.on('data', (chunk: Buffer) => this.#guard(() => this.#read(chunk)));
  }

  /** Reads a last line that has no newline: for a process that ended of itself; what one that was cut short left is no line. */
  finish(): void {
    this.#guard(() => this.#transcript.read(this.#lines.rest()));
  }

  #read(chunk: Buffer): void {
    for (const line of this.#lines.push(chunk)) this.#transcript.read(line);
  }

  #guard(read: () => void): void {
    if (this.stop.reason !== undefined) return; // drained and dropped
    try {
      read();
    } catch (error) {
      this.stop.now(
        error instanceof OffProtocol ? { kind: 'garbage', what: error.message } : { kind: 'thrown', error },
      );
    }
  }
}
