import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Chance } from '../drill-api/chance.mjs';
import { startApi } from '../lib/start-api.mjs';
import { Book } from './book.mjs';
import { checkEnd } from './check-end.mjs';
import { followExchanges } from './follow-exchanges.mjs';
import { Life } from './life.mjs';
import { Organization } from './organization.mjs';
import { planKill } from './plan-kill.mjs';
import { Relay } from './relay.mjs';
import { readPieces, readServer, workFolders } from './rows.mjs';

/** So many groups are to be had at the beginning of each life. */
const ON_OFFER = 2;

/** A session of the organization is renewed after so many kills. */
const RENEW_AFTER = 50;

/**
 * @typedef {object} Outcome
 * @property {number} kills
 * @property {Record<string, number>} plans how often the moment was chosen how, and came
 * @property {Record<string, number>} moments what the donor had told last when it was killed
 * @property {Book['counts']} counts
 * @property {number} groups
 * @property {number} endedByThemselves lives that ended before their kill
 * @property {number} pieceMs
 * @property {string[]} violations
 * @property {number} seconds
 */

/** The drill: a server, an organization, a donor that is killed again and again, and a book of what it did. */
export class Drill {
  /** The latest. @type {Life | undefined} */
  #life;

  /**
   * @param {{ seed: number, folder: string }} options
   * @param {import('../demo/children.mjs').Children} children
   */
  constructor({ seed, folder }, children) {
    this.children = children;
    this.chance = new Chance(seed);
    this.apiFolder = join(folder, 'api');
    this.dataDir = join(folder, 'donor');
    this.folder = folder;
    this.book = new Book();
    /** @type {Outcome} */
    this.outcome = {
      ...{ kills: 0, plans: {}, moments: {}, counts: this.book.counts, groups: 0, endedByThemselves: 0 },
      ...{ pieceMs: 0, violations: this.book.violations, seconds: 0 },
    };
  }

  /**
   * Ends early when something was found, and when it is told to.
   * @param {number} kills
   * @param {AbortSignal} enough
   * @param {(text: string) => void} say
   */
  async run(kills, enough, say) {
    const began = performance.now();
    await mkdir(this.dataDir, { recursive: true });
    const url = await this.#startApi();
    const relay = new Relay(url);
    Object.assign(relay, followedBy(this.book));
    const place = await relay.listen();
    const organization = new Organization(url);
    try {
      await organization.begin(this.folder);
      await organization.offer(1);
      this.outcome.pieceMs = await this.#undisturbed(place, ['--count', '1']);
      say(`a piece of work takes ${(this.outcome.pieceMs / 1000).toFixed(1)} s`);
      while (this.outcome.kills < kills && this.outcome.violations.length === 0 && !enough.aborted) {
        await organization.offer(ON_OFFER);
        await this.#liveAndDie(place, relay);
        if (this.outcome.kills % RENEW_AFTER === 0) await organization.renew();
        if (this.outcome.kills % 10 === 0) say(this.#progress(began));
      }
      if (this.outcome.violations.length === 0) await this.#finish(place, organization);
    } finally {
      this.#life?.kill();
      relay.close();
    }
    this.outcome.seconds = (performance.now() - began) / 1000;
  }

  async #startApi() {
    const env = { CAIRN_REQUESTS_PER_MINUTE: '0', LOG_LEVEL: 'error', NODE_OPTIONS: '' };
    return startApi(this.children, this.apiFolder, { env, detached: true }).url;
  }

  /**
   * A life that nobody ends.
   * @param {string} url
   * @param {string[]} flags
   * @returns {Promise<number>} its milliseconds
   */
  async #undisturbed(url, flags) {
    const began = performance.now();
    const life = this.#begin(url, ['--mode', 'auto', ...flags]);
    const [code] = await life.ended;
    // Nothing to do is as good as done.
    if (code !== 0 && code !== 3) throw new Error(`the donor ended with ${code}:\n${life.errors}`);
    this.book.left(await life.leftBehind());
    this.book.ended(readPieces(this.dataDir));
    return performance.now() - began;
  }

  /**
   * @param {string} url
   * @param {string[]} flags
   */
  #begin(url, flags) {
    const onLine = (/** @type {any} */ { event, inputGroupId }) => {
      if (event === 'executed') this.book.made('execution', inputGroupId);
      if (event === 'proved') this.book.made('proof', inputGroupId);
      if (event === 'resumed') this.book.counts.resumed += 1;
    };
    this.#life = new Life({ url, dataDir: this.dataDir, flags, onLine });
    return this.#life;
  }

  /**
   * @param {string} url
   * @param {Relay} relay
   */
  async #liveAndDie(url, relay) {
    const plan = planKill(this.chance, this.outcome.pieceMs);
    const mode = this.chance.next() < 0.25 ? 'execute' : 'auto';
    const life = this.#begin(url, ['--wait', '--mode', mode]);
    await life.untilKilled(plan, this.outcome.pieceMs, relay);
    if (life.child.signalCode !== 'SIGKILL') {
      this.outcome.endedByThemselves += 1;
      this.book.violations.push(`life ${this.book.life + 1}: the donor ended by itself:\n${life.errors}`);
      return;
    }
    this.outcome.kills += 1;
    add(this.outcome.plans, plan.by);
    add(this.outcome.moments, life.last);
    this.book.left(await life.leftBehind());
    this.book.ended(readPieces(this.dataDir));
  }

  /**
   * Lets the donor do what is left, has all confirmed, and looks at everything.
   * @param {string} url
   * @param {Organization} organization
   */
  async #finish(url, organization) {
    await this.#undisturbed(url, []);
    await organization.confirmAll();
    const server = readServer(join(this.apiFolder, 'cairn.sqlite'));
    this.outcome.groups = server.groups.length;
    const end = { ...server, pieces: readPieces(this.dataDir), workFolders: workFolders(this.dataDir) };
    this.book.violations.push(...checkEnd(end));
  }

  /** @param {number} began */
  #progress(began) {
    const { kills, violations, counts } = this.outcome;
    const { executed, proved, resumed } = counts;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    return `${kills} kills in ${seconds} s, ${executed} executions, ${proved} proofs, ${resumed} resumed, ${violations.length} violations`;
  }
}

/** @param {Book} book */
function followedBy(book) {
  const { asked, answered } = followExchanges(book);
  return { onAsked: asked, onAnswered: answered };
}

/**
 * @param {Record<string, number>} counts
 * @param {string} name
 */
function add(counts, name) {
  counts[name] = (counts[name] ?? 0) + 1;
}
