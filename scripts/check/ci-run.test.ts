import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';

/** Runs `.ci/run` with a make that writes the given text and ends with the given exit code. */
async function ciRun(output: string, exitCode: number) {
  await using folder = await temporaryFolder();
  const make = `#!/bin/sh\n[ "$1" = test ] || exit 9\nprintf '%s' '${output}'\nexit ${exitCode}\n`;
  await writeFile(join(folder.path, 'make'), make, { mode: 0o755 });
  const PATH = [folder.path, process.env.PATH].join(delimiter);
  const { code, stdout } = await run(join(repository, '.ci', 'run'), [], { env: { ...process.env, PATH } });
  return { code, last: stdout.trimEnd().split('\n').at(-1), lines: stdout.trimEnd().split('\n').length };
}

test('ends with the summary, said once', async () => {
  expect(await ciRun('ok\n7 passed, 0 failed\n', 0)).toEqual({
    code: 0,
    last: '7 passed, 0 failed',
    lines: 2,
  });
});

test('ends with the summary though make has a last word', async () => {
  const output = '6 passed, 1 failed, 2 skipped\nmake: *** [Makefile:1: test] Error 1\n';
  expect(await ciRun(output, 2)).toMatchObject({ code: 2, last: '6 passed, 1 failed, 2 skipped' });
});

test('says that all failed when there was no summary', async () => {
  expect(await ciRun('make: *** No rule\n', 2)).toMatchObject({ code: 2, last: '0 passed, 1 failed' });
});
