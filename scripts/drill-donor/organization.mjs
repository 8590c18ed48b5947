import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, Upload } from '../drill-api/ask.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const PACKAGE = join(repository, 'tui-donor', 'test', 'steered');
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { basicToken { token } } }';
const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { basicToken { token } } }';
const PUBLISH = 'mutation ($input: UploadProgramInput!) { uploadProgram(input: $input) { id } }';
const UPLOAD = 'mutation ($input: UploadInputGroupsInput!) { uploadInputGroups(input: $input) { id } }';
const OPEN = 'query ($id: ID!) { program(id: $id) { groupCounts { available executed } } }';
const PROOFS = '{ proofs(state: SUBMITTED, first: 50) { nodes { id } } }';
const CONFIRM = 'mutation ($input: ConfirmProofsInput!) { confirmProofs(input: $input) { error { code } } }';

const ACCOUNT = { username: 'drill', password: 'correct horse battery' };

/** A day: no lease is to end by itself. */
const LEASE_SECONDS = 86_400;

/** How far the programs count: most are small, some have an execution that is sent ahead, in pieces. */
const SIZES = [1000, 1000, 1000, 60_000];

/** Publishes a small program, keeps groups of it on offer, and confirms what comes back. */
export class Organization {
  #token = '';
  #programId = '';
  #number = 0;

  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  /** @param {string} folder for the archive */
  async begin(folder) {
    const archive = join(folder, 'program.tar');
    const { code, text } = await run('tar', ['-cf', archive, '-C', PACKAGE, 'Scarb.toml', 'src']);
    if (code !== 0) throw new Error(`the program could not be packed:\n${text}`);
    await this.#ask(REGISTER, { input: { ...ACCOUNT, name: 'Drill', description: '' } });
    await this.#logIn();
    const file = new Upload(await readFile(archive));
    const facts = { name: 'Steered', description: '', leaseSeconds: LEASE_SECONDS, archive: file };
    this.#programId = (await this.#ask(PUBLISH, { input: facts })).uploadProgram.id;
  }

  /**
   * Sees to it that so many groups can be reserved.
   * @param {number} least
   */
  async offer(least) {
    const { program } = await this.#ask(OPEN, { id: this.#programId });
    const open = program.groupCounts.available + program.groupCounts.executed;
    for (let missing = least - open; missing > 0; missing -= 1) await this.#add();
  }

  async #add() {
    this.#number += 1;
    const size = SIZES[this.#number % SIZES.length] ?? 1000;
    // No two are the same.
    const file = new Upload(`0,${size + this.#number}\n`);
    const groups = [{ name: `group ${this.#number}`, file }];
    await this.#ask(UPLOAD, { input: { programId: this.#programId, groups } });
  }

  /** Confirms all proofs that wait. */
  async confirmAll() {
    await this.#logIn();
    for (;;) {
      const { proofs } = await this.#ask(PROOFS, {});
      const proofIds = proofs.nodes.map((/** @type {{ id: string }} */ { id }) => id);
      if (proofIds.length === 0) return;
      const { confirmProofs } = await this.#ask(CONFIRM, { input: { proofIds } });
      for (const { error } of confirmProofs)
        if (error) throw new Error(`a proof was not confirmed: ${error.code}`);
    }
  }

  /** A session has an hour. */
  async #logIn() {
    this.#token = (await this.#ask(LOGIN, { input: ACCOUNT })).login.basicToken.token;
  }

  /** Logs in again. */
  renew() {
    return this.#logIn();
  }

  /**
   * @param {string} query
   * @param {Record<string, unknown>} variables
   */
  async #ask(query, variables) {
    const answer = await ask(
      { url: this.url, ...(this.#token === '' ? {} : { token: this.#token }) },
      query,
      variables,
    );
    if (answer.code !== undefined) throw new Error(answer.message);
    return answer.data;
  }
}
