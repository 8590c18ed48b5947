import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePackage, execute, prove } from '@cairn/prover';
import { DonorApi, type FinishedFile } from '../server/donor-api.js';
import { donorWorld } from '../test/donor-world.js';
import { proversOf } from '../test/provers-of.js';

const STEERED = fileURLToPath(new URL('../../test/steered', import.meta.url));

/** Proves an input on its own, without asking anybody. */
async function proofOf(values: string, folder: string): Promise<FinishedFile> {
  const executable = join(folder, 'rival.json');
  const input = join(folder, 'rival.csv');
  const execution = join(folder, 'rival.execution');
  const output = join(folder, 'rival.proof');
  await writeFile(input, values);
  await compilePackage({ packageDir: STEERED, output: executable });
  await execute({ executable, input, output: execution });
  const { bytes, sha256 } = await prove({ execution, output });
  return { path: output, bytes, sha256 };
}

test('ends the work politely when another valid proof was first', async () => {
  await using world = await donorWorld();
  const proof = await proofOf('0,1000', world.folder);
  const program = await world.publish('raced');
  const inputGroupId = await world.addGroup(program, 'first', '0,1000');
  const slow = world.donor('--cpus', '0.02', '--mode', 'full');
  await slow.until(() => slow.events('phase').some(({ command }) => command === 'prove'));

  const rival = new DonorApi({ serverUrl: world.api.url });
  await rival.submitProof({ inputGroupId, proveSeconds: 1 }, proof, AbortSignal.timeout(10_000));
  await slow.end(3);
  expect(slow.story.slice(-2)).toEqual(['superseded', 'stopped']);
  expect(await proversOf(world.folder)).toEqual([]);
  expect(await world.groups(program)).toMatchObject([{ state: 'PROVEN' }]);
}, 120_000);
