/**
 * What the drill knows of the donor's work: what was finished, what was sent, what the server took. All of it is told in the
 * order in which it happened.
 *
 * @typedef {object} Piece a piece of work as the donor's own database has it
 * @property {string} groupId
 * @property {boolean} hasExecution
 * @property {boolean} hasProof
 * @property {string | undefined} outcome undefined while it is unfinished
 *
 * @typedef {'execution' | 'proof'} Thing
 */

/** The drill's own record. */
export class Book {
  /** What is wrong so far. @type {string[]} */
  violations = [];
  /** Lives of the donor so far: each ends with a kill. */
  life = 0;
  /** How often each thing was done. */
  counts = { executed: 0, proved: 0, resumed: 0 };
  /** What had been finished, by the donor's database, when a life ended. @type {Set<string>} */
  #finished = new Set();
  /** What the server has taken. @type {Set<string>} */
  #taken = new Set();
  /** Which group a token, or an upload, belongs to. @type {Map<string, string>} */
  #groups = new Map();

  /**
   * The donor tells that it has made something.
   * @param {Thing} thing
   * @param {string} groupId
   */
  made(thing, groupId) {
    this.counts[thing === 'execution' ? 'executed' : 'proved'] += 1;
    if (this.#finished.has(`${thing} ${groupId}`))
      this.#violated(`the ${thing} of ${groupId} was finished, and was computed again`);
    this.#finished.add(`${thing} ${groupId}`);
  }

  /**
   * A life has ended; so the donor's database stands.
   * @param {readonly Piece[]} pieces
   */
  ended(pieces) {
    // A group may have two pieces: one to execute it, and one to prove it. What has ended keeps what it had.
    const found = new Set(
      pieces.flatMap(({ groupId, hasExecution, hasProof }) => [
        ...(hasExecution ? [`execution ${groupId}`] : []),
        ...(hasProof ? [`proof ${groupId}`] : []),
      ]),
    );
    for (const key of this.#finished)
      if (!found.has(key)) this.#violated(`the ${key} was told of, and is not in the donor's database`);
    for (const key of found) this.#finished.add(key);
    this.life += 1;
  }

  /** @param {readonly import('./processes.mjs').Process[]} processes that a killed donor has left */
  left(processes) {
    for (const { pid, line } of processes)
      this.#violated(`process ${pid} was left behind: ${line.slice(0, 120)}`);
  }

  /**
   * Bytes of something begin to be sent.
   * @param {Thing} thing
   * @param {string} groupId
   */
  sending(thing, groupId) {
    if (this.#taken.has(`${thing} ${groupId}`))
      this.#violated(`the server had taken the ${thing} of ${groupId}, and it was sent again`);
  }

  /**
   * @param {Thing} thing
   * @param {string} groupId
   */
  taken(thing, groupId) {
    this.#taken.add(`${thing} ${groupId}`);
  }

  /**
   * @param {string} key a token, or the path of an upload
   * @param {string} groupId
   */
  belongs(key, groupId) {
    this.#groups.set(key, groupId);
  }

  /** @param {string} key */
  groupOf(key) {
    return this.#groups.get(key);
  }

  /** @param {string} text */
  #violated(text) {
    this.violations.push(`life ${this.life + 1}: ${text}`);
  }
}
