import { knownEvents, type ProverEvent, proverEvent } from '../answers/event.js';
import { OffProtocol } from './off-protocol.js';

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
    } else if (knownEvents.has(said.event)) {
      const event = proverEvent.safeParse(said);
      if (!event.success) throw new OffProtocol(`a malformed event: ${excerpt(line)}`);
      this.onEvent(event.data);
    }
  }
}

function parseObject(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new OffProtocol(`not JSON: ${excerpt(line)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OffProtocol(`not a JSON object: ${excerpt(line)}`);
  }
  return value;
}

/** The start of a line, escaped, so that a message that quotes it can be shown. */
function excerpt(line: string): string {
  return JSON.stringify(line.slice(0, 80)).replace(/[^\x20-\x7e]/g, '?');
}
