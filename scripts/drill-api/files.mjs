import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './materials.mjs';

/** Longer than a file may lie without a row before it is collected. */
const AGE_SECONDS = 2 * 60 * 60;

/** Where nothing may stay that a crash left. */
const PASSING = ['incoming', 'discarded', 'temporary'];

/**
 * What lies in the API's file store.
 * @param {string} folder the API's data folder
 */
export async function listFiles(folder) {
  const root = join(folder, 'files');
  const objects = join(root, 'objects');
  const stored = [];
  for (const shard of await entries(objects))
    for (const name of await entries(join(objects, shard))) stored.push(join(objects, shard, name));
  const leftovers = [];
  for (const place of PASSING)
    for (const name of await entries(join(root, place))) leftovers.push(join(root, place, name));
  return { stored, leftovers };
}

/**
 * Turns every file's clock back, those in use too, so that the collector of the next start need not wait an hour for what the
 * crash left. Returns what there was.
 * @param {string} folder
 */
export async function ageFiles(folder) {
  const found = await listFiles(folder);
  const then = Date.now() / 1000 - AGE_SECONDS;
  for (const path of [...found.stored, ...found.leftovers]) await utimes(path, then, then);
  return found;
}

/**
 * Whether every row's file is there and holds what its name says, and nothing else is.
 * @param {string} folder
 * @param {import('./rows.mjs').Rows} rows
 * @returns {Promise<string[]>} what is wrong
 */
export async function checkFiles(folder, rows) {
  const named = filesOf(rows);
  const { stored, leftovers } = await listFiles(folder);
  const wrong = leftovers.map((path) => `left behind: ${path.slice(folder.length)}`);
  for (const path of stored) {
    const name = path.slice(-64);
    const size = named.get(name);
    if (size === undefined) wrong.push(`no row names the file ${name}`);
    else wrong.push(...(await checkContent(path, name, size)));
    named.delete(name);
  }
  return [...wrong, ...[...named.keys()].map((name) => `the file ${name} is lost`)];
}

/**
 * @param {string} path
 * @param {string} name
 * @param {number} size
 */
async function checkContent(path, name, size) {
  const content = await readFile(path);
  if (content.length !== size) return [`the file ${name} has ${content.length} bytes, expected ${size}`];
  return sha256(content) === name ? [] : [`the file ${name} has another content`];
}

/** @param {import('./rows.mjs').Rows} rows */
function filesOf({ programs, groups, executions, proofs }) {
  /** @type {Map<string, number>} */
  const named = new Map();
  for (const program of programs) {
    named.set(program.archiveSha256, program.archiveBytes);
    named.set(program.executableSha256, program.executableBytes);
  }
  const kept = proofs.filter(({ fileKept }) => Boolean(fileKept));
  for (const { sha256: name, size } of [...groups, ...executions, ...kept]) named.set(name, size);
  return named;
}

/**
 * Whether the organization's count of what it stores is the sum of what it stores.
 * @param {import('./rows.mjs').Rows} rows
 */
export function checkUsage({ programs, groups, executions, organizations }) {
  const donated = sumOf(executions);
  const bytes = programs.reduce((sum, one) => sum + one.archiveBytes + one.executableBytes, sumOf(groups));
  const stored = `${bytes} bytes, ${donated} of executions, ${groups.length} groups`;
  return organizations.flatMap(({ storedBytes, executionBytes, groupCount }) => {
    const counted = `${storedBytes} bytes, ${executionBytes} of executions, ${groupCount} groups`;
    return counted === stored ? [] : [`counted are ${counted}, stored ${stored}`];
  });
}

/** @param {{ size: number }[]} files */
function sumOf(files) {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** @param {string} folder */
async function entries(folder) {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
