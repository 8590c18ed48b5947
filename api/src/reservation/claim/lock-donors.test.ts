import { insertOrganization, insertProgram } from '../../test/rows.js';
import { clientKey } from '../../test/scenario.js';
import { TestServer } from '../../test/test-server.js';
import { reserveInputGroup } from '../reserve-input-group.js';
import { ClaimQueue } from './claim-queue.js';

const DONORS = 20;

it('holds the cap of a donor who claims at two processes at the same moment', async () => {
  await using server = await TestServer.start({ limits: { leasesPerAddress: 1 } });
  await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 2 * DONORS);
  // Within one process the claims of a donor stand in one line; a second queue is another process's.
  const queues = [server.app.server.claims, new ClaimQueue(server.app.server)];
  for (let donor = 1; donor <= DONORS; donor += 1) {
    const claims = queues.map((queue) => {
      const ctx = { ...server.context({ address: `10.${donor}.0.1` }), claims: queue };
      return reserveInputGroup(ctx, { kind: 'EXECUTE', clientKey: clientKey() });
    });
    const ends = await Promise.allSettled(claims);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});
