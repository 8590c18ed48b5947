import { setImmediate as turn } from 'node:timers/promises';
import type { Session } from '../../account/session.types.js';
import { countGroups } from '../../program/count-groups.js';
import { deleteProgram } from '../../program/delete-program.js';
import { confirmProofs } from '../../proof/confirm-proofs.js';
import { releaseReservation } from '../../reservation/release-reservation.js';
import { reserveInputGroup } from '../../reservation/reserve-input-group.js';
import { handInProof } from '../../test/hand-in.js';
import { insertProgram } from '../../test/rows.js';
import { clientKey, newOrganization } from '../../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../../test/test-server.js';
import { deleteInputGroups } from '../delete-input-groups.js';
import { InputGroup } from '../input-group.entity.js';
import { InputGroupState } from '../input-group-state.js';
import { foldCounts } from './fold-counts.js';
import { GroupCount } from './group-count.entity.js';
import { GroupCountChange } from './group-count-change.entity.js';
import { mendCounts } from './mend-counts.js';
import { addTo, type ByState, noGroups } from './state-columns.js';
import { storedCounts } from './stored-counts.js';

let server: TestServer;
let owner: Session;

beforeEach(async () => {
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING, limits: { leasesPerAddress: 1000 } });
  owner = await newOrganization(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const em = () => server.context().em;
const asOwner = () => server.context({ ownerToken: owner.basicToken.token });
const program = (groups: number) => insertProgram(server, owner.organization.id, clientKey(), groups);
const stored = async (id: string) => (await storedCounts(em(), [id])).get(id);

/** The counts, counted one by one. */
async function counted(id: string): Promise<ByState> {
  const groups = await em().find(InputGroup, { program: id });
  return groups.reduce<ByState>((sum, { state }) => {
    return addTo(sum, { ...noGroups(), [state.toLowerCase()]: 1 });
  }, noGroups());
}

/** The life of a group, or a part of it. */
async function live(id: string, turn: number): Promise<void> {
  const ctx = server.context({ address: `10.0.${turn}.1` });
  const input = { programId: id, kind: 'EXECUTE_AND_PROVE', clientKey: clientKey() } as const;
  const { token = '', inputGroup } = await reserveInputGroup(ctx, input);
  if (turn % 4 === 0) return;
  if (turn % 4 === 1) return void (await releaseReservation(ctx, { token }));
  const proof = await handInProof(asOwner(), inputGroup.id, `proof of ${inputGroup.id}`);
  if (turn % 4 === 2) return void (await confirmProofs(asOwner(), { proofIds: [proof.id] }));
  await deleteInputGroups(asOwner(), { ids: [inputGroup.id] });
}

it('is right at every moment while groups change and several fold', async () => {
  const [one, other] = [await program(24), await program(24)];
  let isOver = false;
  const watch = async () => {
    for (let least = 48; !isOver; ) {
      const counts = await storedCounts(em(), [one.id, other.id]);
      const all = [...counts.values()].flatMap((sum) => Object.values(sum));
      expect(all.every((amount) => amount >= 0)).toBe(true);
      const total = all.reduce((sum, amount) => sum + amount, 0);
      expect(total).toBeLessThanOrEqual(least);
      least = total;
      await foldCounts(server.app.server);
      await turn();
    }
  };
  const watching = [watch(), watch(), watch()];
  const lives = Array.from({ length: 32 }, (_, turn) => live(turn % 8 < 4 ? one.id : other.id, turn));
  await Promise.all(lives).finally(() => {
    isOver = true;
  });
  await Promise.all(watching);
  for (const { id } of [one, other]) expect(await stored(id)).toEqual(await counted(id));
  expect(await stored(one.id)).toMatchObject({ reserved: 4, proven: 0, confirmed: 4, available: 12 });
  await foldCounts(server.app.server);
  expect(await em().count(GroupCountChange)).toBe(0);
  for (const { id } of [one, other]) expect(await stored(id)).toEqual(await counted(id));
});

it('takes a lease that has lapsed for none, whether or not it was written down', async () => {
  const { id } = await program(3);
  await live(id, 0);
  server.clock.aheadMs = 60_001;
  const now = await server.clock.now(em());
  expect((await countGroups(em(), [id], now)).get(id)).toMatchObject({ available: 3, reserved: 0, total: 3 });
  expect(await stored(id)).toMatchObject({ available: 2, reserved: 1 });
});

it('tells how many groups a list has without counting them', async () => {
  const { id, groups } = await program(3);
  await live(id, 2);
  // Seen only by who counts one by one.
  await em().nativeUpdate(InputGroup, groups[2] ?? '', { state: 'FAILED' });
  const ask = (state: string | null, namePrefix: string | null = null) =>
    server.get<{ totalCount: number }>(
      `query ($id: ID!, $state: InputGroupState, $namePrefix: String) {
        inputGroups(programId: $id, state: $state, namePrefix: $namePrefix) { totalCount } }`,
      { id, state, namePrefix },
    );
  expect(await ask(null)).toEqual({ totalCount: 3 });
  expect(await ask('CONFIRMED')).toEqual({ totalCount: 1 });
  expect(await ask('AVAILABLE')).toEqual({ totalCount: 2 });
  expect(await ask('FAILED')).toEqual({ totalCount: 0 });
  expect(await ask('FAILED', 'GROUP')).toEqual({ totalCount: 1 });
});

it('is mended by whoever counts, also by two at once, and forgets programs that are gone', async () => {
  const [wrong, right] = [await program(7), await program(2)];
  for (const [at, state] of Object.values(InputGroupState).entries())
    await em().nativeUpdate(InputGroup, wrong.groups[at] ?? '', { state });
  await foldCounts(server.app.server);
  await em().nativeUpdate(GroupCount, { programId: wrong.id }, { failed: 1_000 });
  await em().insert(GroupCount, { programId: 'gone', ...noGroups(), failed: 3 });
  const mended = await Promise.all([mendCounts(server.app.server), mendCounts(server.app.server)]);
  expect(mended[0] + mended[1]).toBe(1);
  for (const { id } of [wrong, right]) expect(await stored(id)).toEqual(await counted(id));
  expect(await em().count(GroupCount, { programId: 'gone' })).toBe(0);
  expect(await mendCounts(server.app.server)).toBe(0);
});

it('is there for the groups that a database has already when it gets the tables', async () => {
  const { id, groups } = await program(7);
  const { id: empty } = await program(0);
  for (const [at, state] of Object.values(InputGroupState).entries())
    await em().nativeUpdate(InputGroup, groups[at] ?? '', { state });
  const { migrator } = server.app.server.database;
  for (const table of ['group_count', 'group_count_change']) await em().execute(`drop table ${table}`);
  await em().execute("delete from mikro_orm_migrations where name like '%-group-counts'");
  await migrator.up();
  expect(await stored(id)).toEqual(await counted(id));
  expect(await stored(empty)).toEqual(noGroups());
});

it('goes with its program', async () => {
  const { id } = await program(5);
  await foldCounts(server.app.server);
  await live(id, 0);
  await deleteProgram(asOwner(), { id });
  expect(await em().count(GroupCount, { programId: id })).toBe(0);
  expect(await em().count(GroupCountChange, { programId: id })).toBe(0);
});
