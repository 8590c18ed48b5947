import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { contentsOf, filesBelow, hashOf } from '../lib/hash-files.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';

/** What lies in the crate's folder and is none of Cargo's business. */
const notCargos =
  /^(client|dist|node_modules|target|\.cargo|\.cairn|sources\/target)\/$|\.(md|json|tsbuildinfo)$/;

/**
 * Gives the crate's files the present time when any of them is not what it was at the last set-up. Cargo goes by times:
 * sources that came with old ones (unpacked, copied, moved back) would pass for those that it has built before.
 * @param {string} prover the folder of the crate
 */
export async function renewSources(prover) {
  const names = await filesBelow(prover, (path) => !notCargos.test(path));
  const present = `${hashOf(await contentsOf(prover, names))}\n`;
  const stamp = join(prover, '.cairn', 'sources');
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === present) return;
  const now = new Date();
  for (const name of names) await utimes(join(prover, name), now, now);
  await writeFileWhole(stamp, present);
}
