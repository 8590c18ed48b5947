import type { ProverEvent } from '../answers/event.js';
import { OffProtocol } from './off-protocol.js';
import { eventOf, excerpt, parseObject } from './said.js';

/** Reads the lines of one run: hands on events and keeps the answer. */
export class Transcript {
  #answer: object | undefined;

  constructor(private readonly onEvent: (event: ProverEvent) => void) {}

  /** The answer, once it was there. */
  get answer(): object | undefined {
    return this.#answer;
  }

  /** @throws OffProtocol when the line is no JSON object, a malformed event, or comes after the answer. */
  read(line: string): void {
    if (line === '') return;
    if (this.#answer !== undefined) throw new OffProtocol(`something after its answer: ${excerpt(line)}`);
    const said = parseObject(line);
    if (!('event' in said)) {
      this.#answer = said;
      return;
    }
    const event = eventOf(said, line);
    if (event !== undefined) this.onEvent(event);
  }
}
