import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { measured } from '../lib/measured.mjs';

/** What stands before the proof in a file of ours, and the checksum behind it. */
const headerBytes = 8 + 4 + 8;
const checksumBytes = 32;

/**
 * The library called with nothing of ours around it, for a proof of the same shape as one of ours.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('./subject.mjs').Work} work
 * @param {Pick<import('./subject.mjs').OwnPart, 'tier' | 'coefficients' | 'largestTable'>} shape
 * @returns {Promise<import('./subject.mjs').Result & { proof: string }>}
 */
export async function bareProver({ folder, tools }, work, { tier, coefficients, largestTable }) {
  const proof = join(folder, 'bare.proof');
  const command = [tools.bareProve, work.executable, work.stockArguments, bareName(tier)];
  command.push(coefficients, String(largestTable), proof);
  const { cost } = await measured(tools.measure, join(folder, 'bare.report'), command);
  return { cost, proofBytes: (await stat(proof)).size, proof };
}

/**
 * Whether a proof of ours is the same as a bare one, byte for byte.
 * @param {string} ours
 * @param {string} bare
 */
export async function isSameProof(ours, bare) {
  const [file, payload] = await Promise.all([readFile(ours), readFile(bare)]);
  return file.subarray(headerBytes, -checksumBytes).equals(payload);
}

/**
 * A tier in the words of the library and of the copy of it that is mended.
 * @param {string} tier as the prover's answers have it
 */
export function bareName(tier) {
  return tier === 'small' ? 'canonical_small' : tier.replace(/^small_/, 'canonical_small');
}
