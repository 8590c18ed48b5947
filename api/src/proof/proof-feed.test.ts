import type { Session } from '../account/session.types.js';
import { firstIdAt } from '../database/new-id.js';
import { insertProgram, insertProof } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { Proof } from './proof.entity.js';
import { ProofFeed } from './proof-feed.js';

const COUNT = 30;

let server: TestServer;
let session: Session;
let proofs: string[];

beforeAll(async () => {
  server = await TestServer.start();
  session = await newOrganization(server);
  const { id, groups } = await insertProgram(server, session.organization.id, 'program', COUNT);
  proofs = [];
  for (const group of groups) proofs.push(await insertProof(server, id, group, ['0x1']));
});

afterAll(() => server[Symbol.asyncDispose]());

it('reads each proof when it is told, however long that takes, and keeps none of those before', async () => {
  const ctx = server.context({ ownerToken: session.basicToken.token });
  const feed = new ProofFeed(ctx, session.organization.id, undefined);
  feed.resume(firstIdAt(new Date(0)));
  const { em } = server.context();
  const [, second, third] = proofs;
  const told: Pick<Proof, 'id' | 'state'>[] = [];
  for await (const { node } of feed.news()) {
    told.push(node);
    if (told.length === 1) {
      await em.nativeUpdate(Proof, { id: second ?? '' }, { state: 'REJECTED' });
      await em.nativeDelete(Proof, { id: third ?? '' });
    }
    const kept = ctx.em.getUnitOfWork().getIdentityMap().getStore(ctx.em.getMetadata().get(Proof));
    expect(kept.size).toBe(1);
  }
  expect(told.map(({ id }) => id)).toEqual(proofs.filter((id) => id !== third));
  expect(told[1]?.state).toBe('REJECTED');
});
