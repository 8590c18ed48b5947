import { bytes, seconds } from '../../lib/units.mjs';

/**
 * The proofs that one worker made, in their order.
 * @param {import('../further-proofs.mjs').WorkerProof[]} worker
 */
export function workerTable(worker) {
  return [
    '| | input | steps | execute and prove | of which set-up | peak memory |',
    '| --- | --- | --- | --- | --- | --- |',
    ...worker.map((proof, at) => {
      const times = [seconds(proof.seconds), seconds(proof.tablesSeconds)];
      const cells = [
        `${at + 1}`,
        proof.name,
        proof.steps.toLocaleString('en'),
        ...times,
        bytes(proof.peakMemory),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}
