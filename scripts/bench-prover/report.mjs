import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { seconds } from '../lib/units.mjs';
import { versionsText } from '../lib/versions-text.mjs';
import { comparison } from './tables/comparison.mjs';
import { overheadTable } from './tables/overhead.mjs';
import { workerTable } from './tables/worker.mjs';

/** What the numbers mean. */
const method = `Each program is executed and proven on one input by each side, one after the other on the same machine; all are built with
the same compiler, flags and locked packages. Each process is cold. Memory is the peak of the resident set.

- *cairn-prover*: \`execute\`, then \`prove\`, two processes, as a donor starts them.
- *Bare library call*: \`prover/examples/bare-prove.rs\`, what a careful user of S-two's library writes by hand: run, adapt, prove over
  the smallest tier with twiddles sized to the input, write. It is told the tier, the largest table and whether coefficients are kept,
  checks nothing and verifies nothing.
- *Stock*: S-two's own command \`run_and_prove\` of \`stwo-cairo-dev-utils\`, as it comes, and told to use the smallest tables.

Grinding the proof of work is a lottery of up to seconds whose outcome the statement and the tier decide. So the sides are compared over
several inputs where they differ in tier, and by median.`;

/** What a pair is. */
const fairness = `A pair is one proof by each side of the same run over the same tier with coefficients treated alike, one right after the other, by
turns first; both must make the same proof byte for byte, so both found the same nonces with as many tries. What they differ in is what
stands around the proving, and what hashing takes: the library's Blake2s on its side, our own on ours, for the Merkle trees and for the
search for proofs of work (which is also measured alone, below). Counted is the CPU time of all processes from executable and input on
disk to proof on disk: ours has in it reading the CSV, checks, the execution file written, synced and read, the replay of every step, and
the own verification.`;

/**
 * The report as a page.
 * @param {import('./record.mjs').Report} report
 */
export function markdown({ command, date, machine, versions, measured, goals }) {
  const { cold = [], programs = [], overhead = [], search, worker, stream } = measured;
  return [
    '# What the prover takes, beside the stock CLI and the bare library',
    `Written by \`${command}\` on ${date}: ${machineLine(machine)}; ${versionsText(versions)}.`,
    goals.map((goal) => `- ${goalLine(goal)}`).join('\n'),
    '## One proof, cold',
    method,
    comparison([...cold, ...programs]),
    ...(overhead.length > 0 ? ['## Over the bare library call', fairness, overheadTable(overhead)] : []),
    ...(search === undefined ? [] : ['## The search for proofs of work', searchText(search)]),
    ...(worker === undefined ? [] : ['## In a worker', workerTable(worker)]),
    ...(stream === undefined ? [] : ['## Verifying', streamText(stream)]),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** What a proof's two searches take in the mean. */
const meanTries = 2 ** 24 + 2 ** 26;

/** @param {import('./search.mjs').Search} search */
function searchText({ bits, ours, library, transcripts }) {
  const saved = ((library - ours) * meanTries) / 1e6;
  return [
    `${transcripts} searches for ${bits} bits by each side, by turns, over the same transcripts and with the same nonces found: a million tries take`,
    `${(ours * 1000).toFixed(1)} ms of a processor by ours and ${(library * 1000).toFixed(1)} ms by the library's. A proof's two searches take 2^24 and 2^26 tries in the mean, so ours saves it`,
    `${seconds(saved)} of a processor: without that, the medians above would be so much higher on our side.`,
  ].join('\n');
}

/** @param {import('./stream.mjs').Stream} stream */
function streamText({ proofs, seconds: all, many }) {
  const each = all.length / all.reduce((sum, one) => sum + one, 0);
  const rate = many.proofs / many.seconds;
  return [
    `${all.length} verifications of ${proofs.length} proofs (${proofs.join(', ')}), one after the other in a worker of one thread, from the`,
    `line that asks for one to its answer: ${each.toFixed(0)} a second. The same by one \`verify --many\` on ${many.threads} threads: ${rate.toFixed(0)} a second.`,
  ].join('\n');
}
