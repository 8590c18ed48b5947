import { setTimeout as sleep } from 'node:timers/promises';
import { ask, Defect, Upload } from './ask.mjs';
import { sha256 } from './materials.mjs';

const kinds = /** @type {const} */ (['EXECUTE', 'EXECUTE_AND_PROVE', 'PROVE']);

const FIELDS = 'id token kind fencingNumber version expiresAt inputGroup { id name inputSha256 }';
const RESERVE = `mutation ($input: ReserveInput!) { reserveInputGroup(input: $input) { ${FIELDS} } }`;
const RENEW = 'mutation ($token: String!) { renewReservation(token: $token) { version expiresAt } }';
const RELEASE = 'mutation ($token: String!) { releaseReservation(token: $token) { version } }';
const FAIL = 'mutation ($input: ReportFailureInput!) { reportFailure(input: $input) { version } }';
const EXECUTION = 'mutation ($input: SubmitExecutionInput!) { submitExecution(input: $input) { id } }';
const PROOF = 'mutation ($input: SubmitProofInput!) { submitProof(input: $input) { id } }';

/**
 * @typedef {object} World
 * @property {import('./book.mjs').Book} book
 * @property {import('./chance.mjs').Chance} chance
 * @property {import('./materials.mjs').Material[]} materials
 */

/** One donor: it keeps its place over the server's crashes, as the real one does. */
export class Donor {
  /** @type {{ clientKey: string, kind: typeof kinds[number] } | undefined} a claim whose answer did not come */
  #claim;
  /** @type {import('./book.mjs').KnownReservation | undefined} */
  #held;

  /**
   * @param {World} world
   * @param {string} from its address
   */
  constructor(world, from) {
    this.world = world;
    this.from = from;
  }

  /**
   * Does one thing.
   * @param {string} url
   * @returns {Promise<unknown>}
   * @throws Unanswered
   */
  async step(url) {
    const { book, chance } = this.world;
    const held = this.#held;
    if (held !== undefined && !(book.reservations.get(held.id) === held && held.may.has('LIVE')))
      this.#held = undefined;
    if (this.#held === undefined) return chance.next() < 0.1 ? this.#bringUnasked(url) : this.#reserve(url);
    const roll = chance.next();
    if (roll < 0.2) return this.#renew(url, this.#held);
    if (roll < 0.3) return this.#end(url, this.#held, 'RELEASED', 'RELEASE', RELEASE);
    if (roll < 0.45) return this.#fail(url, this.#held);
    if (roll < 0.5) return this.#forget();
    return this.#submit(url, this.#held);
  }

  /** Walks away: the lease ends by its deadline. */
  #forget() {
    this.#held = undefined;
  }

  /** @param {string} url */
  async #reserve(url) {
    const { book, chance } = this.world;
    this.#claim ??= { clientKey: chance.key(), kind: chance.of(kinds) ?? 'EXECUTE' };
    const { clientKey, kind } = this.#claim;
    book.claims.set(sha256(clientKey), kind);
    const { data, code } = await ask({ url, from: this.from }, RESERVE, { input: this.#claim });
    this.#claim = undefined;
    if (code !== undefined) {
      book.counts.refused += 1;
      await sleep(20);
      return;
    }
    book.counts.acknowledged += 1;
    const { inputGroup, expiresAt, ...facts } = data.reserveInputGroup;
    this.#mustBeTheSame(sha256(clientKey), facts.id);
    book.group(inputGroup.id, inputGroup.name, inputGroup.inputSha256);
    const known = book.reservations.get(facts.id) ?? { may: new Set(['LIVE']) };
    const place = {
      clientKeyHash: sha256(clientKey),
      groupId: inputGroup.id,
      expiresAt: Date.parse(expiresAt),
    };
    const held = Object.assign(known, facts, place);
    book.reservations.set(held.id, held);
    this.#held = held;
  }

  /**
   * A claim whose answer was lost and that was found in the database is read again, never made twice.
   * @param {string} clientKeyHash
   * @param {string} id
   */
  #mustBeTheSame(clientKeyHash, id) {
    const made = [...this.world.book.reservations.values()].find(
      (one) => one.clientKeyHash === clientKeyHash,
    );
    if (made !== undefined && made.id !== id) throw new Defect(`One client key made ${made.id} and ${id}.`);
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownReservation} held
   */
  async #renew(url, held) {
    this.world.book.asked(held.groupId, 'RENEW');
    const data = await this.#ask(url, RENEW, { token: held.token });
    if (data === undefined) return this.#forget();
    if (Date.parse(data.renewReservation.expiresAt) < held.expiresAt)
      throw new Defect('A renewal shortened the lease.');
    held.version = data.renewReservation.version;
    held.expiresAt = Date.parse(data.renewReservation.expiresAt);
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownReservation} held
   */
  async #fail(url, held) {
    const { book } = this.world;
    book.asked(held.groupId, 'GIVE_UP');
    const input = { token: held.token, code: 'PROGRAM_PANICKED' };
    const done = await this.#end(url, held, 'FAILED', 'REPORT_FAILURE', FAIL, { input });
    if (done) book.groups.get(held.groupId)?.reporters.add(this.from);
  }

  /**
   * Asks for something that ends the lease.
   * @param {string} url
   * @param {import('./book.mjs').KnownReservation} held
   * @param {string} state
   * @param {import('./book.mjs').Event} event
   * @param {string} query
   * @param {Record<string, unknown>} [variables]
   */
  async #end(url, held, state, event, query, variables = { token: held.token }) {
    this.world.book.asked(held.groupId, event);
    held.may.add(state);
    const data = await this.#ask(url, query, variables);
    this.#forget();
    if (data === undefined) held.may.delete(state);
    else held.may = new Set([state]);
    return data !== undefined;
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownReservation} held
   */
  async #submit(url, held) {
    const { book, chance } = this.world;
    const { execution } = this.#materialOf(held.groupId);
    const input = { token: held.token, execution: new Upload(execution) };
    if (held.kind === 'EXECUTE') {
      const done = await this.#end(url, held, 'COMPLETED', 'SUBMIT_EXECUTION', EXECUTION, { input });
      if (done) this.#executed(held.groupId);
      return;
    }
    if (held.kind === 'EXECUTE_AND_PROVE' && chance.next() < 0.4) {
      book.asked(held.groupId, 'CHECKPOINT');
      if ((await this.#ask(url, EXECUTION, { input })) === undefined) return this.#forget();
      return this.#executed(held.groupId);
    }
    held.may.add('COMPLETED');
    // Accepted past its deadline, or sent a moment before by somebody else: then the lease ends in another way.
    const accepted = await this.#prove(url, held.groupId, held.token);
    this.#forget();
    if (!accepted) held.may.delete('COMPLETED');
    else {
      held.may = new Set([
        'COMPLETED',
        'SUPERSEDED',
        ...(held.expiresAt < Date.now() ? ['LIVE', 'EXPIRED'] : []),
      ]);
    }
  }

  /** @param {string} groupId */
  #executed(groupId) {
    const group = this.world.book.groups.get(groupId);
    if (group !== undefined) group.executed = true;
  }

  /**
   * A valid proof without a reservation.
   * @param {string} url
   */
  async #bringUnasked(url) {
    const { book, chance } = this.world;
    const open = [...book.groups.values()].filter(
      ({ deleted, state }) => deleted === 'no' && state !== 'CONFIRMED',
    );
    const group = chance.of(open);
    if (group !== undefined) await this.#prove(url, group.id);
  }

  /**
   * @param {string} url
   * @param {string} groupId
   * @param {string} [token]
   * @returns {Promise<boolean>} whether it was accepted
   */
  async #prove(url, groupId, token) {
    const { book } = this.world;
    const { proof, proofSha256 } = this.#materialOf(groupId);
    book.asked(groupId, 'SUBMIT_PROOF');
    const data = await this.#ask(url, PROOF, {
      input: { inputGroupId: groupId, token, proof: new Upload(proof) },
    });
    if (data === undefined) return false;
    const { id } = data.submitProof;
    if (!book.proofs.has(id))
      book.proofs.set(id, { id, groupId, sha256: proofSha256, may: new Set(['SUBMITTED']) });
    return true;
  }

  /** @param {string} groupId */
  #materialOf(groupId) {
    const { book, materials } = this.world;
    const name = book.groups.get(groupId)?.name ?? '';
    const material = materials.find((one) => name.startsWith(`${one.name} `));
    if (material === undefined) throw new Error(`No material for the group ${JSON.stringify(name)}.`);
    return material;
  }

  /**
   * @param {string} url
   * @param {string} query
   * @param {Record<string, unknown>} variables
   * @returns {Promise<any>} undefined when it was refused
   */
  async #ask(url, query, variables) {
    const { counts } = this.world.book;
    const { data, code } = await ask({ url, from: this.from }, query, variables);
    counts[code === undefined ? 'acknowledged' : 'refused'] += 1;
    return data;
  }
}
