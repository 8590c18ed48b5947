import { ProverError } from '@cairn/prover';
import { pino } from 'pino';
import { mendCounts } from '../input-group/counts/mend-counts.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { reportFailure } from '../reservation/report-failure.js';
import { ProvenWorld } from '../test/proven-world.js';
import { storedGroup } from '../test/rows.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import type { TestSettings } from '../test/test-server.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { checkReported } from './check-reported.js';
import { claimCheck } from './claim-check.js';
import { Execution } from './execution.entity.js';
import { reportBadExecution } from './report-bad-execution.js';
import { submitExecution } from './submit-execution.js';
import { withStepsAdded } from './test/altered-execution.js';

const SILENT = pino({ level: 'silent' });
const REPORTER = '10.0.0.1';

let world: ProvenWorld;

afterEach(async () => {
  try {
    // Whatever came of an execution, the kept counts of groups followed: nothing is left to mend.
    expect(await mendCounts(world.server.app.server)).toBe(0);
  } finally {
    await world[Symbol.asyncDispose]();
  }
});

/** A world in which nothing is checked but by the test, with an execution of group a that a donor has reported. */
async function reported(
  execution: (sound: Buffer) => Buffer = (sound) => sound,
  limits: TestSettings['limits'] = {},
): Promise<void> {
  world = await ProvenWorld.make({ limits, parts: WITHOUT_HOUSEKEEPING });
  const { token } = await world.reserve('EXECUTE');
  const file = source(execution(world.fixture.a.execution));
  await submitExecution(world.server.context(), { token, execution: file });
  await report(REPORTER);
}

async function report(address: string): Promise<void> {
  const { token } = await world.reserve('PROVE', address);
  await reportBadExecution(world.server.context(), { token });
}

const check = (signal?: AbortSignal) => checkReported(world.server.app.server, SILENT, signal);

const stored = () => world.server.context().em.findOne(Execution, { inputGroup: world.groups.a.id });

const group = () => storedGroup(world.server, world.groups.a.id);

const counted = () =>
  world.server.app.server.metrics.registry.getSingleMetricAsString('cairn_execution_checks_total');

/** Has each replay do this instead, and counts them. */
function replaceReplay(replay: (path: string) => Promise<void>): { times: number } {
  const made = { times: 0 };
  world.server.app.server.prover.replay = (path) => {
    made.times += 1;
    return replay(path);
  };
  return made;
}

const refusal = (code: string) => new ProverError(2, { code, message: code, help: '' }, { command: 'prove' });

it('lifts the quarantine of a sound execution, which the reporter is still not offered', async () => {
  await reported();
  expect(await stored()).toMatchObject({ reportedAt: expect.any(Date), checkedAt: null });
  expect(await check()).toBe(1);
  expect(await stored()).toMatchObject({ reportedAt: null, checkedAt: expect.any(Date), checkFrom: null });
  expect(await counted()).toContain('{outcome="sound"} 1');
  expect(await group()).toMatchObject({ state: 'EXECUTED' });
  await expect(world.reserve('PROVE', REPORTER)).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  // Nobody is held to account: other work is there for the reporter as before.
  expect(await world.reserve('EXECUTE', REPORTER)).toMatchObject({ state: 'LIVE' });
  const { token } = await world.reserve('PROVE', '10.0.0.2');
  await world.submit(world.groups.a, world.fixture.a.proof, token);
  expect(await check()).toBe(0);
});

it("discards a sound execution on a second donor's report: a replay does not see whose run it is", async () => {
  await reported();
  await check();
  await report('10.0.0.2');
  expect(await stored()).toBeNull();
  expect(await group()).toMatchObject({ state: 'AVAILABLE', executed: false });
});

it('discards one whose steps are none, file and quota included, for the reporter to execute too', async () => {
  await reported((sound) => withStepsAdded(sound, 1));
  const { sha256: file = '' } = (await stored()) ?? {};
  expect(await check()).toBe(1);
  expect(await stored()).toBeNull();
  expect(await world.has(file)).toBe(false);
  expect(await group()).toMatchObject({ state: 'AVAILABLE', executed: false });
  expect(await counted()).toContain('{outcome="discarded"} 1');
  const usage = await world.server.get<{ usage: { executionBytes: number } }>(
    '{ me { usage { executionBytes } } }',
    {},
    { token: world.session.basicToken.token },
  );
  expect(usage).toEqual({ usage: { executionBytes: 0 } });
});

it('discards one whose file was damaged or is gone', async () => {
  await reported();
  await world.server.app.server.files.delete(sha256(world.fixture.a.execution));
  expect(await check()).toBe(1);
  expect(await stored()).toBeNull();
});

it('judges nothing that asks for more than it may have, and tries three times in all', async () => {
  await reported((sound) => sound, { replayMemoryBytes: 1 });
  for (let n = 0; n < 3; n += 1) {
    expect(await check()).toBe(1);
    expect(await check()).toBe(0);
    world.server.clock.aheadMs += 10 * 60_000 + 1;
  }
  expect(await check()).toBe(0);
  expect(await counted()).toContain('{outcome="not_judged"} 3');
  expect(await stored()).toMatchObject({
    reportedAt: expect.any(Date),
    checkedAt: null,
    checkFrom: null,
  });
});

it('is begun anew by another process when one dies with it, three times in all', async () => {
  await reported();
  const { server } = world.server.app;
  for (let n = 0; n < 3; n += 1) {
    expect(await claimCheck(server)).toMatchObject({ id: (await stored())?.id });
    expect(await claimCheck(server)).toBeUndefined();
    // The replay's minute, and the ten of what stands around it.
    world.server.clock.aheadMs += 650_000;
    expect(await claimCheck(server)).toBeUndefined();
    world.server.clock.aheadMs += 10_001;
  }
  expect(await claimCheck(server)).toBeUndefined();
  expect(await stored()).toMatchObject({ reportedAt: expect.any(Date), checkFrom: null });
});

it('is made by one process alone, however many look at the same moment', async () => {
  await reported();
  const { server } = world.server.app;
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimCheck(server)));
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
});

/** Has the group reserved by another donor just when its execution is replayed. */
function reserveDuringReplay(): { token: string; times: number } {
  const { prover } = world.server.app.server;
  const { replay } = prover;
  const holder = { token: '', times: 0 };
  prover.replay = async (path, signal) => {
    holder.times += 1;
    if (holder.token === '') ({ token: holder.token } = await world.reserve('PROVE', '10.0.0.2'));
    await replay.call(prover, path, signal);
  };
  return holder;
}

type End = (token: string) => Promise<unknown>;
const ENDS: [string, End][] = [
  ['is given back', (token) => releaseReservation(world.server.context(), { token })],
  ['is reported', (token) => reportBadExecution(world.server.context(), { token })],
  ['is given up', (token) => reportFailure(world.server.context(), { token, code: 'MEMORY_LIMIT' })],
  [
    'has passed',
    async () => {
      world.server.clock.aheadMs += 60_001;
    },
  ],
];

it.each(ENDS)(
  'discards one that is reserved meanwhile, and the group is to be executed anew when that %s',
  async (_how, end) => {
    await reported((sound) => withStepsAdded(sound, 1));
    const file = (await stored())?.sha256 ?? '';
    const holder = reserveDuringReplay();
    expect(await check()).toBe(1);
    expect([await stored(), holder.times, await world.has(file)]).toEqual([null, 1, false]);
    expect(await counted()).toContain('{outcome="discarded"} 1');
    // The lease is the holder's until its end.
    expect(await group()).toMatchObject({ state: 'RESERVED', executed: false });
    await end(holder.token);
    await expect(world.reserve('PROVE', '10.0.0.3')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
    const free = [];
    for (let n = 0; n < 3; n += 1) free.push((await world.reserve('EXECUTE', REPORTER)).inputGroup.id);
    expect(free).toContain(world.groups.a.id);
  },
);

it('replays one that is reserved before, and leaves the proof to its holder', async () => {
  await reported((sound) => withStepsAdded(sound, 1));
  const { token } = await world.reserve('PROVE', '10.0.0.2');
  await check();
  expect(await stored()).toBeNull();
  // A valid proof is a valid proof, wherever its execution is from.
  await world.submit(world.groups.a, world.fixture.a.proof, token);
  expect(await group()).toMatchObject({ state: 'PROVEN', executed: false });
});

it('lifts the quarantine of a sound one that is reserved meanwhile', async () => {
  await reported();
  const holder = reserveDuringReplay();
  await check();
  expect(holder.times).toBe(1);
  expect(await stored()).toMatchObject({ reportedAt: null, checkedAt: expect.any(Date), checkFrom: null });
  expect(await group()).toMatchObject({ state: 'RESERVED', executed: true });
});

it('leaves one that was proven while it was replayed, until the proof is rejected', async () => {
  await reported((sound) => withStepsAdded(sound, 1));
  const { prover } = world.server.app.server;
  const { replay } = prover;
  let proof = '';
  prover.replay = async (path, signal) => {
    if (proof === '') ({ id: proof } = await world.submit(world.groups.a, world.fixture.a.proof));
    await replay.call(prover, path, signal);
  };
  await check();
  expect([await counted(), await group()]).toEqual([
    expect.stringContaining('{outcome="proven"} 1'),
    expect.objectContaining({ state: 'PROVEN', executed: true }),
  ]);
  await rejectProofs(world.owner(), { proofIds: [proof], reason: 'A test.' });
  await check();
  expect(await stored()).toBeNull();
});

/** Another donor hands in a sound execution of group a. */
async function executeAnew(): Promise<void> {
  let holder = await world.reserve('EXECUTE_AND_PROVE', '10.0.0.3');
  while (holder.inputGroup.id !== world.groups.a.id)
    holder = await world.reserve('EXECUTE_AND_PROVE', '10.0.0.3');
  const execution = source(world.fixture.a.execution);
  await submitExecution(world.server.context(), { token: holder.token, execution });
}

it('changes nothing when a second donor has it discarded while it is replayed', async () => {
  await reported((sound) => withStepsAdded(sound, 1));
  const { prover } = world.server.app.server;
  const { replay } = prover;
  prover.replay = async (path, signal) => {
    await replay.call(prover, path, signal).finally(async () => {
      await report('10.0.0.2');
      await executeAnew();
    });
  };
  await check();
  expect(await counted()).toContain('{outcome="gone"} 1');
  expect(await stored()).toMatchObject({ sha256: sha256(world.fixture.a.execution) });
  expect(await group()).toMatchObject({ state: 'RESERVED', executed: true });
});

it('leaves one that was proven meanwhile', async () => {
  await reported();
  const replays = replaceReplay(() => Promise.reject(refusal('EXECUTION_INVALID')));
  await world.submit(world.groups.a, world.fixture.a.proof);
  expect(await check()).toBe(1);
  expect([replays.times, await counted()]).toEqual([0, expect.stringContaining('{outcome="proven"} 1')]);
  expect(await stored()).toMatchObject({ checkFrom: null });
});

it('looks again when the proof that came meanwhile is rejected', async () => {
  await reported((sound) => withStepsAdded(sound, 1));
  const { id } = await world.submit(world.groups.a, world.fixture.a.proof);
  await check();
  await rejectProofs(world.owner(), { proofIds: [id], reason: 'A test.' });
  expect(await check()).toBe(1);
  expect(await counted()).toContain('{outcome="discarded"} 1');
});

it.each([
  ['FILE_UNREADABLE', 'not_judged'],
  ['FILE_UNWRITABLE', 'not_judged'],
  ['EXECUTION_CORRUPTED', 'discarded'],
  ['EXECUTION_FOREIGN', 'discarded'],
])('a prover that says %s: %s', async (code, outcome) => {
  await reported();
  replaceReplay(() => Promise.reject(refusal(code)));
  await check();
  expect(await counted()).toContain(`{outcome="${outcome}"} 1`);
});

it('ends with the server, and is begun anew', async () => {
  await reported();
  const ending = new AbortController();
  const { replay } = world.server.app.server.prover;
  world.server.app.server.prover.replay = (path, signal) => {
    ending.abort();
    return replay.call(world.server.app.server.prover, path, signal);
  };
  await check(ending.signal);
  expect(await stored()).toMatchObject({ checkedAt: null, checkAttempts: 0 });
  expect(await claimCheck(world.server.app.server)).toBeDefined();
});

it('goes on beside requests', async () => {
  world = await ProvenWorld.make();
  const { token } = await world.reserve('EXECUTE');
  const file = source(withStepsAdded(world.fixture.a.execution, 1));
  await submitExecution(world.server.context(), { token, execution: file });
  await report(REPORTER);
  while ((await stored()) !== null) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await group()).toMatchObject({ state: 'AVAILABLE' });
});
