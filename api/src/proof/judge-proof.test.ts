import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProvenWorld } from '../test/proven-world.js';

it('refuses the compressed form of a proof, whatever a verifier says of it', async () => {
  await using world = await ProvenWorld.make();
  const { prover } = world.server.app.server;
  const verify = prover.verify.bind(prover);
  const asked: string[] = [];
  prover.verify = (request) => {
    asked.push(request.proof);
    return verify(request);
  };
  await expect(world.submit(world.groups.a, 'BZh91AY&SY')).rejects.toMatchObject({
    code: 'PROOF_REJECTED',
    message: 'The proof is compressed.',
    details: { reason: 'MALFORMED' },
  });
  expect(asked).toEqual([]);
  expect(await readdir(join(world.server.folder, 'files', 'temporary'))).toEqual([]);
  await expect(world.submit(world.groups.a, world.fixture.a.proof)).resolves.toMatchObject({
    state: 'SUBMITTED',
  });
});

it('refuses a proof of another format without judging it', async () => {
  await using world = await ProvenWorld.make();
  const proof = Buffer.from(world.fixture.a.proof);
  proof.writeUInt32LE(proof.readUInt32LE(8) + 1, 8);
  await expect(world.submit(world.groups.a, proof)).rejects.toMatchObject({
    code: 'PROOF_REJECTED',
    message: 'The proof has a format that this server does not read.',
    details: { reason: 'FOREIGN' },
  });
  await expect(world.submit(world.groups.a, world.fixture.a.proof)).resolves.toMatchObject({
    state: 'SUBMITTED',
  });
});
