/**
 * What the drill knows of the server: what stood in the database when it was last looked at, and what was asked for and
 * acknowledged since. What was asked for and not answered may have happened, or not.
 *
 * @typedef {import('../../api/dist/input-group/transitions.js').InputGroupEvent} Event
 *
 * @typedef {object} KnownGroup
 * @property {string} id
 * @property {string} name its material's, and a number
 * @property {string} inputSha256
 * @property {string} state when it was last looked at
 * @property {number} fencingNumber the highest that was seen
 * @property {Set<Event>} events asked for since
 * @property {'no' | 'asked' | 'done'} deleted
 * @property {boolean} executed whether a stored execution was acknowledged
 * @property {{ acknowledged: number, asked: number }} rejections
 * @property {Set<string>} reporters donors whose report was acknowledged
 *
 * @typedef {object} KnownReservation
 * @property {string} id
 * @property {string} groupId
 * @property {string} kind
 * @property {string} [token]
 * @property {string} [clientKeyHash]
 * @property {number} fencingNumber
 * @property {number} version the highest that was seen
 * @property {number} expiresAt at least; milliseconds since 1970
 * @property {Set<string>} may the states in which it may be found
 *
 * @typedef {object} KnownProof
 * @property {string} id
 * @property {string} groupId
 * @property {string} sha256
 * @property {Set<string>} may the states in which it may be found
 */

/** The drill's own record. */
export class Book {
  /** @type {Map<string, KnownGroup>} */
  groups = new Map();
  /** @type {Map<string, KnownReservation>} */
  reservations = new Map();
  /** @type {Map<string, KnownProof>} */
  proofs = new Map();
  /** Names and SHA-256 of uploads without an answer: each is there whole, or not at all. @type {Map<string, string>[]} */
  uploads = [];
  /** Hashes of the client keys that were used since, and for which kind of work. @type {Map<string, string>} */
  claims = new Map();
  /** Acknowledged and unanswered requests so far. */
  counts = { acknowledged: 0, unanswered: 0, refused: 0 };

  /**
   * A group that an answer speaks of; perhaps the upload that brought it has not been answered yet.
   * @param {string} id
   * @param {string} name
   * @param {string} [inputSha256]
   */
  group(id, name, inputSha256 = '') {
    const known = this.groups.get(id);
    if (known !== undefined) return known;
    /** @type {KnownGroup} */
    const group = {
      ...{ id, name, inputSha256, state: 'AVAILABLE', fencingNumber: 0, events: new Set(), deleted: 'no' },
      ...{ executed: false, rejections: { acknowledged: 0, asked: 0 }, reporters: new Set() },
    };
    this.groups.set(id, group);
    return group;
  }

  /**
   * Notes that something is asked for that may happen to a group.
   * @param {string} groupId
   * @param {...Event} events
   */
  asked(groupId, ...events) {
    for (const event of events) this.groups.get(groupId)?.events.add(event);
  }
}
