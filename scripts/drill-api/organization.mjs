import { setTimeout as sleep } from 'node:timers/promises';
import { ask, Upload } from './ask.mjs';
import { sha256 } from './materials.mjs';

const ACCOUNT = { username: 'drill', password: 'correct horse' };
const SESSION = '{ basicToken { token } }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) ${SESSION} }`;
const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) ${SESSION} }`;
const PUBLISH = 'mutation ($input: UploadProgramInput!) { uploadProgram(input: $input) { id } }';
const UPLOAD =
  'mutation ($input: UploadInputGroupsInput!) { uploadInputGroups(input: $input) { id name inputSha256 } }';
const CONFIRM = 'mutation ($input: ConfirmProofsInput!) { confirmProofs(input: $input) { error { code } } }';
const REJECT = 'mutation ($input: RejectProofsInput!) { rejectProofs(input: $input) { error { code } } }';
const RETRY = 'mutation ($id: ID!) { retryInputGroup(id: $id) { id } }';
const DELETE = 'mutation ($ids: [ID!]!) { deleteInputGroups(ids: $ids) }';

/** So many groups are kept on offer, and so many results are kept. */
const OPEN = 24;
const CONFIRMED = 10;
/** Before its token's hour is over. */
const SESSION_MS = 20 * 60 * 1000;

/** The organization: it adds groups, decides about proofs, and deletes. */
export class Organization {
  #token = '';
  #since = 0;
  #number = 0;
  programId = '';

  /** @param {import('./donor.mjs').World} world */
  constructor(world) {
    this.world = world;
  }

  /**
   * Registers, publishes the program, and adds the first groups.
   * @param {string} url
   * @param {Buffer} archive
   */
  async begin(url, archive) {
    const input = { ...ACCOUNT, name: 'Drill', description: '' };
    await must(ask({ url }, REGISTER, { input }));
    await this.logIn(url);
    const facts = { name: 'Sums', description: '', leaseSeconds: 60, archive: new Upload(archive) };
    this.programId = (
      await must(ask({ url, token: this.#token }, PUBLISH, { input: facts }))
    ).uploadProgram.id;
    while (this.world.book.groups.size < OPEN) await this.#upload(url);
  }

  /**
   * Logs in anew when the session grows old.
   * @param {string} url
   */
  async logIn(url) {
    if (Date.now() - this.#since < SESSION_MS) return;
    this.#token = (await must(ask({ url }, LOGIN, { input: ACCOUNT }))).login.basicToken.token;
    this.#since = Date.now();
  }

  get token() {
    return this.#token;
  }

  /**
   * Does one thing.
   * @param {string} url
   * @returns {Promise<unknown>}
   */
  async step(url) {
    const { book, chance } = this.world;
    const groups = [...book.groups.values()].filter(({ deleted }) => deleted === 'no');
    const confirmed = groups.filter(({ state }) => state === 'CONFIRMED');
    if (groups.length - confirmed.length < OPEN) return this.#upload(url);
    const unwanted =
      confirmed.length > CONFIRMED ? confirmed[0] : chance.next() < 0.05 ? chance.of(groups) : undefined;
    if (unwanted !== undefined) return this.#delete(url, unwanted);
    const failed = groups.find(({ state, events }) => state === 'FAILED' && !events.has('RETRY'));
    if (failed !== undefined) return this.#retry(url, failed);
    const proof = chance.of(
      [...book.proofs.values()].filter(({ may }) => may.size === 1 && may.has('SUBMITTED')),
    );
    if (proof !== undefined) return this.#decide(url, proof);
    await sleep(20);
  }

  /** @param {string} url */
  async #upload(url) {
    const { book, chance, materials } = this.world;
    /** @type {Map<string, string>} */
    const names = new Map();
    const groups = Array.from({ length: 1 + chance.below(4) }, () => {
      this.#number += 1;
      const { name, csv } = chance.of(materials) ?? { name: '', csv: '' };
      const group = { name: `${name} ${this.#number}`, content: `${csv}# ${this.#number}\n` };
      names.set(group.name, sha256(group.content));
      return { name: group.name, file: new Upload(group.content) };
    });
    book.uploads.push(names);
    const data = await this.#ask(url, UPLOAD, { input: { programId: this.programId, groups } });
    book.uploads.splice(book.uploads.indexOf(names), 1);
    for (const { id, name, inputSha256 } of data?.uploadInputGroups ?? []) book.group(id, name, inputSha256);
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownProof} proof
   */
  async #decide(url, proof) {
    const { book, chance } = this.world;
    const confirms = chance.next() < 0.6;
    const state = confirms ? 'CONFIRMED' : 'REJECTED';
    const rejections = book.groups.get(proof.groupId)?.rejections;
    book.asked(proof.groupId, confirms ? 'CONFIRM' : 'REJECT');
    proof.may.add(state);
    if (!confirms && rejections) rejections.asked += 1;
    const proofIds = [proof.id];
    const input = confirms ? { proofIds, keepProof: chance.next() < 0.5 } : { proofIds, reason: 'a drill' };
    const data = await this.#ask(url, confirms ? CONFIRM : REJECT, { input });
    const error = (data?.confirmProofs ?? data?.rejectProofs)?.[0]?.error;
    proof.may = new Set([error ? 'SUBMITTED' : state]);
    if (confirms || !rejections) return;
    rejections.asked -= 1;
    if (!error) rejections.acknowledged += 1;
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownGroup} group
   */
  async #retry(url, group) {
    this.world.book.asked(group.id, 'RETRY');
    group.reporters.clear();
    await this.#ask(url, RETRY, { id: group.id });
  }

  /**
   * @param {string} url
   * @param {import('./book.mjs').KnownGroup} group
   */
  async #delete(url, group) {
    group.deleted = 'asked';
    const data = await this.#ask(url, DELETE, { ids: [group.id] });
    group.deleted = data === undefined ? 'no' : 'done';
  }

  /**
   * @param {string} url
   * @param {string} query
   * @param {Record<string, unknown>} variables
   */
  async #ask(url, query, variables) {
    const { counts } = this.world.book;
    const { data, code } = await ask({ url, token: this.#token }, query, variables);
    counts[code === undefined ? 'acknowledged' : 'refused'] += 1;
    return data;
  }
}

/** @param {Promise<import('./ask.mjs').Answer>} asked */
async function must(asked) {
  const answer = await asked;
  if (answer.code !== undefined) throw new Error(answer.message);
  return answer.data;
}
