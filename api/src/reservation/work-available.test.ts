import { workCameFree } from '../events/group-changed.js';
import { submitExecution } from '../execution/submit-execution.js';
import { deleteProgram } from '../program/delete-program.js';
import { followedWorld } from '../test/followed-world.js';
import { addGroups, source } from '../test/scenario.js';
import type { Following } from '../test/subscriber.js';
import { followWork } from './follow-work.js';
import { releaseReservation } from './release-reservation.js';
import { reportFailure } from './report-failure.js';
import type { Reservation } from './reservation.entity.js';

const QUERY = `subscription ($kind: WorkKind!, $programId: ID, $organizationId: ID) {
  workAvailable(kind: $kind, programId: $programId, organizationId: $organizationId) { id name } }`;

const here = followedWorld();

function waitFor(variables: { kind: string; programId?: string; organizationId?: string }) {
  return here.subscriber.follow<{ id: string; name: string }>(QUERY, variables);
}

/** What is told next, once the server follows what came free: only then is what comes news. */
async function listening<T>(following: Following<T>): Promise<{ told: Promise<T | undefined> }> {
  const { events } = here.world.server.app.server;
  const watch = events.watch.bind(events);
  const watched = new Promise<void>((resolve) => {
    events.watch = (what, id) => {
      resolve();
      return watch(what, id);
    };
  });
  const told = following.next();
  await watched;
  events.watch = watch;
  return { told };
}

async function reserveAll(): Promise<(Reservation & { token: string })[]> {
  return [
    await here.world.reserve('EXECUTE'),
    await here.world.reserve('EXECUTE'),
    await here.world.reserve('EXECUTE'),
  ];
}

it('tells at once of work that is there', async () => {
  expect(await waitFor({ kind: 'EXECUTE' }).next()).toEqual({ id: here.world.program.id, name: 'Sums' });
});

it('tells of groups that are released, executed or added, to those who can do something with them', async () => {
  const [first, second] = await reserveAll();
  const { programId, organizationId } = {
    programId: here.world.program.id,
    organizationId: here.world.session.organization.id,
  };
  const executing = waitFor({ kind: 'EXECUTE', programId });
  const execute = await listening(executing);
  const prove = await listening(waitFor({ kind: 'PROVE', organizationId }));
  const { token } = first ?? { token: '' };
  await submitExecution(here.world.server.context(), {
    token,
    execution: source(here.world.fixture.a.execution),
  });
  expect(await prove.told).toMatchObject({ id: programId });
  await releaseReservation(here.world.server.context(), { token: second?.token ?? '' });
  expect(await execute.told).toMatchObject({ id: programId });
  await here.world.reserve('EXECUTE');
  const added = executing.next();
  await addGroups(here.world.server, here.world.session, here.world.program, ['7']);
  expect(await added).toMatchObject({ id: programId });
});

it('says nothing of what this donor has reported itself', async () => {
  const [first, second] = await reserveAll();
  await reportFailure(here.world.server.context(), { token: first?.token ?? '', code: 'PROGRAM_PANICKED' });
  const mine = await listening(waitFor({ kind: 'EXECUTE' }));
  const early = Promise.race([mine.told, Promise.resolve('nothing')]);
  const theirs = await followWork(here.world.server.context({ address: '192.0.2.1' }), { kind: 'EXECUTE' });
  expect(await theirs.next()).toMatchObject({ value: { id: here.world.program.id } });
  await theirs.return?.();
  expect(await early).toBe('nothing');
  await releaseReservation(here.world.server.context(), { token: second?.token ?? '' });
  expect(await mine.told).toMatchObject({ id: here.world.program.id });
});

it.each([
  ['programId', 'PROGRAM_NOT_FOUND'],
  ['organizationId', 'ACCOUNT_NOT_FOUND'],
])('refuses a %s that names nothing, with its code', async (field, code) => {
  await expect(waitFor({ kind: 'EXECUTE', [field]: 'none' }).next()).rejects.toMatchObject({ code });
});

it('ends with its code when the program that was wanted is deleted, and the connection stays', async () => {
  const { id } = here.world.program;
  const following = waitFor({ kind: 'EXECUTE', programId: id });
  await following.next();
  await deleteProgram(here.world.owner(), { id });
  workCameFree(here.world.server.app.server.events);
  await expect(following.next()).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
  expect(await following.next()).toBeUndefined();
  await expect(waitFor({ kind: 'EXECUTE', programId: id }).next()).rejects.toMatchObject({
    code: 'PROGRAM_NOT_FOUND',
  });
});
