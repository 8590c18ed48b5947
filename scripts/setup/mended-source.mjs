import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';

/** The one crate that stable Rust does not take as it is: its name and version, and the call that std has renamed. */
export const mend = {
  crate: 'stwo-cairo-common',
  version: '1.3.0',
  file: 'src/prover_types/simd.rs',
  from: '.to_int()',
  to: '.to_simd()',
};

/**
 * Makes a copy of the crate in which the call has its new name, unless the copy is there already.
 * @param {string} copy folder to make
 * @param {() => Promise<string>} findSource gives the folder of the crate as Cargo downloaded it
 */
export async function ensureMendedSource(copy, findSource) {
  const there = await readFile(join(copy, mend.file), 'utf8').catch(() => undefined);
  if (there !== undefined) return;
  const source = await findSource();
  const mended = mendText(await readFile(join(source, mend.file), 'utf8'));
  const beside = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(dirname(copy), { recursive: true });
  try {
    await cp(source, beside, { recursive: true, filter: (path) => !path.endsWith('.cargo-ok') });
    await writeFile(join(beside, mend.file), mended);
    await rename(beside, copy);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * @param {string} text
 * @returns {string}
 */
export function mendText(text) {
  const parts = text.split(mend.from);
  if (parts.length === 2) return parts.join(mend.to);
  throw new Failure(
    `${mend.crate} ${mend.version} is not as expected: ${mend.file} has ${parts.length - 1} calls of ${mend.from}, ` +
      'exactly one was expected. Look at the crate and at scripts/setup/mended-source.mjs.',
  );
}
