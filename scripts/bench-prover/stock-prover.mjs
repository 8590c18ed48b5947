import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { measured } from '../lib/measured.mjs';
import { bytes } from '../lib/units.mjs';
import { availableMemory } from './available-memory.mjs';

/** The stock prover's default parameters, but for the smallest tables. */
const smallTier = {
  channel_hash: 'blake2s',
  channel_salt: 0,
  pcs_config: {
    pow_bits: 26,
    fri_config: { log_last_layer_degree_bound: 0, log_blowup_factor: 1, n_queries: 70, fold_step: 1 },
    lifting_log_size: null,
  },
  preprocessed_trace: 'canonical_small',
  store_polynomials_coefficients: false,
  include_all_preprocessed_columns: false,
};

/** What it takes beside what ours takes, with some to spare: its twiddles, and the default's tables. */
const needsBeside = { default: 15 * 2 ** 30, small: 5 * 2 ** 30 };

/**
 * The stock CLI, which executes and proves at once, with its defaults or told to use the smallest tables.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('./subject.mjs').Work} work
 * @param {'default' | 'small'} tier
 * @returns {Promise<import('./subject.mjs').Result | import('./subject.mjs').Skipped>}
 */
export async function stockProver({ folder, tools, stock }, work, tier) {
  const needed = work.leastMemory + needsBeside[tier];
  const free = await availableMemory();
  if (free < needed) return { skipped: `it needs ${bytes(needed)}, ${bytes(free)} are free` };
  const at = (/** @type {string} */ name) => join(folder, `stock.${name}`);
  const command = [stock.runAndProve, '--program', work.executable, '--program_type', 'executable'];
  command.push('--program_arguments_file', work.stockArguments, '--proof_path', at('proof'));
  if (tier === 'small') {
    await writeFile(at('params'), JSON.stringify(smallTier));
    command.push('--params_json', at('params'));
  }
  try {
    const { cost } = await measured(tools.measure, at('report'), command);
    return { cost, proofBytes: (await stat(at('proof'))).size };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { skipped: `it fails: ${whyItPanics(error.message)}` };
  }
}

/**
 * The stock CLI takes every executable for one with a bootloader's eleven builtins, and panics where what lies in the place
 * of their pointers is none.
 * @param {string} text what it said
 */
function whyItPanics(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the log is coloured
  const lines = text.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
  const at = lines.findIndex((line) => line.includes(' panicked at '));
  return (lines[at + 1] ?? '').slice(0, 100).replaceAll('|', '/');
}
