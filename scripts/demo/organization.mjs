import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { demoPlan } from '../../cairo-sample/dist/index.js';
import { repository } from '../lib/repository.mjs';
import { jsonLines } from './json-lines.mjs';
import { ORGANIZATION, SAMPLE } from './programs.mjs';

const PROGRAM = 'HP folding';

/** The organization, through its own client. */
export class Organization {
  #demo;
  #env;

  /** @param {import('../demo.mjs').Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    this.#env = {
      CAIRN_PASSWORD: randomBytes(18).toString('base64url'),
      CAIRN_ORG_DIR: join(demo.folder, 'organization'),
      PROGRAM_DISTRIBUTOR_URL: demo.server,
    };
  }

  /**
   * Tells the command as one would type it, runs it, and returns what it printed.
   * @param {string[]} args
   */
  async #cairnOrg(...args) {
    const shown = args.map((arg) => (/^[\w./:=-]+$/u.test(arg) ? arg : JSON.stringify(arg))).join(' ');
    this.#tell(`$ cairn-org ${shown.replaceAll(this.#demo.folder, '…').replaceAll(repository, '')}`);
    return this.#demo.children.run([ORGANIZATION, ...args], this.#env);
  }

  /** @param {string} what */
  #tell(what) {
    this.#demo.story.tell('organization', what);
  }

  async register() {
    this.#tell(await this.#cairnOrg('register', '--username', 'lab', '--name', 'Folding Lab'));
  }

  async publish() {
    const { packageDir } = demoPlan;
    this.#tell(await this.#cairnOrg('publish', packageDir, '--name', PROGRAM, '--lease', '10m'));
  }

  /** Cuts the search into input groups and uploads them. @returns {Promise<any[]>} */
  async addInputs() {
    const { sequence, prefixLength } = demoPlan;
    const inputs = join(this.#demo.folder, 'inputs');
    await this.#demo.children.run([
      SAMPLE,
      'inputs',
      '--sequence',
      sequence,
      '--prefix',
      String(prefixLength),
      '--output',
      inputs,
    ]);
    this.#tell(`the chain ${sequence}, every walk of it: one CSV file for each way to begin`);
    this.#tell(lastLine(await this.#cairnOrg('add-inputs', PROGRAM, inputs)));
    return this.#groups();
  }

  async #groups() {
    return jsonLines(await this.#demo.children.run([ORGANIZATION, 'inputs', PROGRAM, '--json'], this.#env));
  }

  async verify() {
    this.#tell(await this.#cairnOrg('verify', '--all'));
  }

  async confirm() {
    this.#tell(await this.#cairnOrg('confirm', '--all-verified', '--yes'));
  }

  /** @returns {Promise<[any[], any, string]>} the groups, the results, and the picture of the best fold */
  async results() {
    const table = await this.#cairnOrg('results', PROGRAM);
    const json = await this.#demo.children.run([ORGANIZATION, 'results', PROGRAM, '--json'], this.#env);
    return [await this.#groups(), JSON.parse(json), table];
  }
}

/** @param {string} text */
function lastLine(text) {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
