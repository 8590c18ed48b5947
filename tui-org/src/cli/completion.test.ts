import { PassThrough } from 'node:stream';
import { runCli } from '@cairn/tui-kit';
import { captureOutput, completeInBash } from '@cairn/tui-kit/test';
import { buildCli } from './build-cli.js';

test.each([
  ['add', 'add-inputs'],
  ['add-inputs folding runs.csv --cut-b', '--cut-by'],
  ['export folding --format j', 'json'],
  ['verify --ag', '--again'],
  ['proofs --state sub', 'submitted'],
  ['inputs folding --state av', 'available'],
  ['delete inputs folding --state fa', 'failed'],
  ['proofs --sort gr', 'group'],
  ['token create --scope proofs:read inp', 'inputs:write'],
  ['webhook add --event prog', 'program-finished'],
  ['sessions rev', 'revoke'],
  ['--ser', '--server'],
  ['proofs --js', '--json'],
])('bash completes cairn-org %s to %s', async (line, word) => {
  const { written, world } = captureOutput();
  expect(await runCli((context) => buildCli(context, new PassThrough()), ['completion', 'bash'], world)).toBe(
    0,
  );
  expect(await completeInBash(written.stdout, ['cairn-org', ...line.split(' ')])).toEqual([word]);
});
