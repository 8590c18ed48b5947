import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { hashOf } from '../lib/hash-files.mjs';
import { longerSmallTiers, renamedCall } from './mends.mjs';

/**
 * A change of the crate's text.
 * @typedef {object} Edit
 * @property {string} file
 * @property {string} from stands in the file exactly once
 * @property {string} to
 */

/** The one crate that is not taken as it is, and what is changed in it. */
export const mend = {
  crate: 'stwo-cairo-common',
  version: '1.3.0',
  /** @type {Edit[]} */
  edits: [...renamedCall, ...longerSmallTiers],
};

/** The name of the copy's folder: another one for other edits. */
export function mendedName(edits = mend.edits) {
  const key = hashOf([['edits', JSON.stringify(edits)]]).slice(0, 12);
  return `${mend.crate}-${mend.version}-${key}`;
}

/**
 * Makes a copy of the crate with the edits made, unless the copy is there already.
 * @param {string} copy folder to make
 * @param {() => Promise<string>} findSource gives the folder of the crate as Cargo downloaded it
 */
export async function ensureMendedSource(copy, findSource) {
  if (await stat(copy).catch(() => undefined)) return;
  const source = await findSource();
  const mended = await mendFiles(source);
  const beside = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(dirname(copy), { recursive: true });
  try {
    await cp(source, beside, { recursive: true, filter: (path) => !path.endsWith('.cargo-ok') });
    for (const [file, text] of mended) await writeFile(join(beside, file), text);
    await rename(beside, copy);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * The texts of the files that the edits change, changed.
 * @param {string} source
 * @returns {Promise<Map<string, string>>}
 */
async function mendFiles(source) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const edit of mend.edits) {
    const text = texts.get(edit.file) ?? (await readFile(join(source, edit.file), 'utf8'));
    texts.set(edit.file, mendText(text, edit));
  }
  return texts;
}

/**
 * @param {string} text
 * @param {Edit} edit
 * @returns {string}
 */
export function mendText(text, { file, from, to }) {
  const parts = text.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new Failure(
    `${mend.crate} ${mend.version} is not as expected: in ${file} this text was found ${parts.length - 1} times, ` +
      `exactly once was expected:\n${from}\nLook at the crate and at scripts/setup/mends.mjs.`,
  );
}
