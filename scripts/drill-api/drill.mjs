import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { adopt } from './adopt.mjs';
import { Book } from './book.mjs';
import { Chance } from './chance.mjs';
import { checkAnswers } from './check-answers.mjs';
import { checkBook } from './check-book.mjs';
import { checkStates } from './check-states.mjs';
import { databasePlace } from './database.mjs';
import { Donor } from './donor.mjs';
import { ageFiles, checkFiles, checkUsage, listFiles } from './files.mjs';
import { beginLoad } from './load.mjs';
import { Organization } from './organization.mjs';
import { snapshot } from './rows.mjs';
import { sabotage } from './sabotage.mjs';
import { startServer } from './server.mjs';

const DONORS = 8;
/** A server works for at most so long before it is killed: a random span between these; milliseconds. */
const SPAN_MS = { least: 500, most: 3000 };
/** Of the kills, so many come while the server starts: while it repairs its database and collects. */
const WHILE_STARTING = 0.1;
/** So long the collector may take after a start. */
const COLLECTED_MS = 15_000;

/**
 * @typedef {object} Outcome
 * @property {import('./arguments.mjs').DatabaseKind} database
 * @property {Record<string, string>} settings
 * @property {number} kills
 * @property {number} whileStarting of them
 * @property {number} checks
 * @property {import('./book.mjs').Book['counts']} requests
 * @property {{ files: number, leftovers: number }} collected that crashes had left
 * @property {Record<string, number>} states in which groups were found
 * @property {string[]} violations
 * @property {{ name: string, noticed: boolean }[]} sabotages
 * @property {number} seconds
 */

/** Kills the API over one database again and again, and looks after each restart. */
export class Drill {
  /** @type {Outcome} */
  outcome;
  #lastStartMs = 2000;

  /**
   * @param {{ kind: import('./arguments.mjs').DatabaseKind, seed: number, folder: string }} what
   * @param {import('../demo/children.mjs').Children} children
   * @param {{ archive: Buffer, materials: import('./materials.mjs').Material[] }} made
   */
  constructor({ kind, seed, folder }, children, { archive, materials }) {
    this.folder = folder;
    this.children = children;
    this.archive = archive;
    this.place = databasePlace(kind, folder);
    const book = new Book();
    this.chance = new Chance(seed);
    this.book = book;
    const world = () => ({ book, materials, chance: new Chance(this.chance.below(2 ** 32)) });
    this.organization = new Organization(world());
    const addresses = Array.from({ length: DONORS }, (_, index) => `127.0.0.${index + 2}`);
    this.workers = [this.organization, ...addresses.map((address) => new Donor(world(), address))];
    this.outcome = {
      ...{ database: kind, settings: {}, kills: 0, whileStarting: 0, checks: 0, requests: book.counts },
      ...{ collected: { files: 0, leftovers: 0 }, states: {}, violations: [], sabotages: [], seconds: 0 },
    };
  }

  /**
   * Ends early when something was found, since what follows from it is no news, and when it is told to.
   * @param {number} kills
   * @param {AbortSignal} enough
   * @param {(text: string) => void} say
   */
  async run(kills, enough, say) {
    const began = performance.now();
    await mkdir(this.folder, { recursive: true });
    let { server, url } = await this.#start();
    await this.organization.begin(url, this.archive);
    while (this.outcome.kills < kills && this.outcome.violations.length === 0 && !enough.aborted) {
      await this.#work(server, url);
      const before = await ageFiles(join(this.folder, 'api'));
      ({ server, url } = await this.#restart());
      await this.#check(url, before);
      this.outcome.seconds = (performance.now() - began) / 1000;
      if (this.outcome.kills % 10 === 0) say(this.#progress());
    }
    const database = await this.place.open();
    this.outcome.settings = await this.place.settings(database);
    const check = async (/** @type {import('./rows.mjs').Rows} */ rows) => this.#judge(rows);
    this.outcome.sabotages = await sabotage(database, join(this.folder, 'api'), check);
    await database.close();
    await server.kill();
  }

  /** What is not to stay after it. */
  async remove() {
    await this.place.remove();
  }

  #progress() {
    const { database, kills, requests, violations, seconds } = this.outcome;
    const { acknowledged, unanswered } = requests;
    const asked = `${acknowledged} acknowledged, ${unanswered} unanswered`;
    return `${database}: ${kills} kills in ${seconds.toFixed(0)} s, ${asked}, ${violations.length} violations`;
  }

  async #start() {
    const began = performance.now();
    const server = startServer(this.children, join(this.folder, 'api'), this.place.url);
    const url = await server.url;
    this.#lastStartMs = performance.now() - began;
    return { server, url };
  }

  /**
   * Lets everybody work, and kills at a moment that nobody chose.
   * @param {import('./server.mjs').Server} server
   * @param {string} url
   */
  async #work(server, url) {
    await this.organization.logIn(url);
    const span = SPAN_MS.least + (SPAN_MS.most - SPAN_MS.least) * this.chance.next();
    const load = beginLoad(this.workers, url, this.book);
    await sleep(span * this.chance.next());
    await this.#kill(server);
    await load.stop().catch((/** @type {unknown} */ error) => this.#violated([String(error)]));
  }

  /** Starts again; now and then the server is killed while it does. */
  async #restart() {
    while (this.chance.next() < WHILE_STARTING) {
      const server = startServer(this.children, join(this.folder, 'api'), this.place.url);
      await sleep(this.#lastStartMs * this.chance.next());
      await this.#kill(server);
      this.outcome.whileStarting += 1;
    }
    return this.#start();
  }

  /** @param {import('./server.mjs').Server} server */
  async #kill(server) {
    const logged = await server.kill();
    this.outcome.kills += 1;
    if (logged !== '') this.#violated([`the server had logged an error: ${logged.slice(0, 2000)}`]);
  }

  /**
   * @param {string} url
   * @param {Awaited<ReturnType<typeof listFiles>>} before what lay there before the collector came
   */
  async #check(url, before) {
    const deadline = Date.now() + COLLECTED_MS;
    let rows = await this.#read();
    const folder = join(this.folder, 'api');
    while ((await checkFiles(folder, rows)).length > 0 && Date.now() < deadline) await sleep(50);
    rows = await this.#read();
    this.#violated([
      ...(await this.#judge(rows)),
      ...(await checkAnswers(url, this.organization, this.book, rows)),
    ]);
    this.outcome.checks += 1;
    const after = new Set((await listFiles(folder)).stored);
    this.outcome.collected.files += before.stored.filter((path) => !after.has(path)).length;
    this.outcome.collected.leftovers += before.leftovers.length;
    for (const { state } of rows.groups) this.outcome.states[state] = (this.outcome.states[state] ?? 0) + 1;
    if (this.outcome.violations.length === 0) adopt(this.book, rows);
  }

  async #read() {
    const database = await this.place.open();
    try {
      return await snapshot(database);
    } finally {
      await database.close();
    }
  }

  /** @param {import('./rows.mjs').Rows} rows */
  async #judge(rows) {
    const files = await checkFiles(join(this.folder, 'api'), rows);
    return [...checkStates(rows), ...checkBook(this.book, rows), ...checkUsage(rows), ...files];
  }

  /** @param {string[]} found */
  #violated(found) {
    this.outcome.violations.push(...found.map((text) => `kill ${this.outcome.kills}: ${text}`));
  }
}
