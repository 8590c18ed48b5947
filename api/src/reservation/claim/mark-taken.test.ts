import { newId } from '../../database/new-id.js';
import { insertOrganization, insertProgram, storedGroup } from '../../test/rows.js';
import { TestServer } from '../../test/test-server.js';
import type { Claim } from './claim.js';
import { markTaken } from './mark-taken.js';
import type { Taken } from './taken.js';

it('takes no group that somebody has', async () => {
  await using server = await TestServer.start();
  const { id, groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 2);
  const { em } = server.context();
  const now = await server.clock.now(em);
  const expiresAt = new Date(now.getTime() + 60_000);
  const take = (ids: string[]) =>
    em.transactional((inner) =>
      markTaken(
        inner as typeof em,
        ids.map((group): Taken => {
          const program = { id, leaseSeconds: 60 };
          const candidate = { id: group, program, fencingNumber: 1, state: 'AVAILABLE' as const };
          return { claim: {} as Claim, candidate, reservationId: newId(now), expiresAt };
        }),
        now,
      ),
    );
  const [first = '', second = ''] = groups;
  await take([first]);
  await expect(take([first, second])).rejects.toThrow(
    'Of 2 input groups that were locked as free, 1 are free.',
  );
  expect(await storedGroup(server, first)).toMatchObject({ state: 'RESERVED', fencingNumber: 1 });
  expect(await storedGroup(server, second)).toMatchObject({ state: 'AVAILABLE', fencingNumber: 0 });
});
