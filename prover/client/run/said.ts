import { knownEvents, type ProverEvent, proverEvent } from '../answers/event.js';
import { OffProtocol } from './off-protocol.js';

/** A line that the prover said. @throws OffProtocol when it is no JSON object. */
export function parseObject(line: string): object {
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
export function excerpt(line: string): string {
  return JSON.stringify(line.slice(0, 80)).replace(/[^\x20-\x7e]/g, '?');
}

/**
 * The event that a line tells of; undefined for one of a newer prover.
 * @throws OffProtocol when it is malformed.
 */
export function eventOf(said: { event?: unknown }, line: string): ProverEvent | undefined {
  if (!knownEvents.has(said.event)) return undefined;
  const event = proverEvent.safeParse(said);
  if (!event.success) throw new OffProtocol(`a malformed event: ${excerpt(line)}`);
  return event.data;
}
