import { runCli } from '@cairn/tui-kit';
import { captureOutput, completeInBash } from '@cairn/tui-kit/test';
import { buildProgram } from './build-program.js';

test.each([
  ['run --on-b', '--on-battery'],
  // What the screen takes, which opens where no command is named.
  ['--on-battery w', 'work'],
  ['run --mode pro', 'prove'],
  ['config set executor_', 'executor_cpus'],
  ['service ins', 'install'],
  ['completion f', 'fish'],
])('bash completes cairn-donor %s to %s', async (line, word) => {
  const { written, world } = captureOutput();
  expect(await runCli(buildProgram, ['completion', 'bash'], world)).toBe(0);
  expect(await completeInBash(written.stdout, ['cairn-donor', ...line.split(' ')])).toEqual([word]);
});
