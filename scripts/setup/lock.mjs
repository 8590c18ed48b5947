import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 10_000;
const deadAfterMs = 120_000;

/**
 * @typedef {object} Holder
 * @property {string} host
 * @property {number} pid
 * @property {string} id random: no two holders are taken for one another
 */

/**
 * Waits until this process holds the lock. A lock is a file; its holder touches it every ten seconds, and one that has
 * not been touched for two minutes, or whose process is gone, counts for nothing.
 * @param {string} path
 * @param {{ onWait?: (holder: Holder) => void, pollMs?: number, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<() => Promise<void>>} gives the lock back
 */
export async function takeLock(path, { onWait, pollMs = 500, signal } = {}) {
  /** @type {Holder} */
  const self = { host: hostname(), pid: process.pid, id: randomBytes(8).toString('hex') };
  await mkdir(dirname(path), { recursive: true });
  const own = `${path}.${self.id}`;
  await writeFile(own, JSON.stringify(self));
  try {
    for (let told = false; !(await claim(own, path)); told = true) {
      const holder = await holderOf(path);
      if (holder === undefined) continue;
      if (await isDead(path, holder)) {
        await takeAway(path, holder);
        continue;
      }
      if (!told) onWait?.(holder);
      await delay(pollMs, undefined, { signal });
    }
  } finally {
    await rm(own, { force: true });
  }
  const heart = setInterval(
    () => void utimes(path, new Date(), new Date()).catch(() => undefined),
    heartbeatMs,
  );
  heart.unref();
  return async () => {
    clearInterval(heart);
    if ((await holderOf(path))?.id === self.id) await rm(path, { force: true });
  };
}

/**
 * Makes the lock this process's own if nobody has it: a hard link is made whole or not at all.
 * @param {string} own
 * @param {string} path
 */
async function claim(own, path) {
  try {
    await utimes(own, new Date(), new Date());
    await link(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {Promise<Holder | undefined>}
 */
async function holderOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * @param {string} path
 * @param {Holder} holder
 */
async function isDead(path, holder) {
  if (holder.host === hostname() && !isAlive(holder.pid)) return true;
  const touched = await stat(path).catch(() => undefined);
  return touched !== undefined && Date.now() - touched.mtimeMs > deadAfterMs;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/**
 * Takes a dead holder's lock out of the way. If another waiter was quicker and it is a living one's by now, it is put back.
 * @param {string} path
 * @param {Holder} dead
 */
async function takeAway(path, dead) {
  const aside = `${path}.dead-${randomBytes(8).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await holderOf(aside))?.id !== dead.id) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
