/**
 * When a life ends: after a time; some milliseconds after something was told; or when something is asked or answered.
 * @typedef {{ by: 'time', ms: number }
 *   | { by: 'event', event: string, ms: number }
 *   | { by: 'asked' | 'answered', operation: string }} Plan
 */

/** What a donor tells of, with the phases of the prover. */
const EVENTS = [
  ...['started', 'resumed', 'reserved', 'executed', 'execution-accepted', 'proved', 'proof-accepted'],
  ...['phase execute', 'phase prove', 'phase verify', 'progress prove'],
];

/** What it asks. Those whose answer says that something was done are what a kill may swallow. */
const OPERATIONS = [
  'Reserve',
  'Reserve',
  'SubmitExecution',
  'SubmitProof',
  'SubmitProof',
  'BeginUpload',
  'ReservationOf',
];

/** A kill comes at most so long after an event, in milliseconds. */
const AFTER_EVENT_MS = 120;

/** A life without the moment that was chosen for it ends after so many times the length of a piece of work. */
export const LONGEST = 2.5;

/** The longest life that ends by the clock, in lengths of a piece of work. */
const LONGEST_BY_TIME = 1.3;

/**
 * Chooses the moment of a kill.
 * @param {import('../drill-api/chance.mjs').Chance} chance
 * @param {number} pieceMs how long a piece of work takes with nobody in its way, from the start of the client
 * @returns {Plan}
 */
export function planKill(chance, pieceMs) {
  const kind = chance.next();
  if (kind < 0.4) return { by: 'time', ms: chance.next() * LONGEST_BY_TIME * pieceMs };
  if (kind < 0.7) return { by: 'event', event: chance.of(EVENTS) ?? '', ms: chance.next() * AFTER_EVENT_MS };
  const operation = chance.of(OPERATIONS) ?? '';
  return { by: chance.next() < 0.4 ? 'asked' : 'answered', operation };
}

/**
 * The name under which a plan knows an event.
 * @param {{ event?: string, command?: string }} line
 */
export function eventName({ event = '', command }) {
  return event === 'phase' || event === 'progress' ? `${event} ${command}` : event;
}
