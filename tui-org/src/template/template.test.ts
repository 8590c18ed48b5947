import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage } from '@cairn/prover';
import { extract } from 'tar';
import { startLab } from '../test/with-api.js';

test("the server's template compiles as it is", async () => {
  await using lab = await startLab();
  const file = join(lab.folder, 'template.tar');
  expect((await lab.org('template', '--output', file)).stdout).toBe(`Wrote ${file}.\n`);
  const unpacked = join(lab.folder, 'unpacked');
  await mkdir(unpacked);
  await extract({ file, cwd: unpacked });
  const packageDir = join(unpacked, 'my_program');
  await compilePackage({ packageDir, output: join(lab.folder, 'executable') }, {});
});
