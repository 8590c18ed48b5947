import fc from 'fast-check';
import { foldCounts } from '../input-group/counts/fold-counts.js';
import { clientKey } from '../test/scenario.js';
import { expireReservations } from './expire-reservations.js';
import { compare } from './model/compare.js';
import { Model } from './model/model.js';
import { applyReservation, planOf } from './model/plan.js';
import { type Step, steps } from './model/step.js';
import { Crash, World } from './model/world.js';
import { reserveInputGroup } from './reserve-input-group.js';

/**
 * Donors, deadlines that pass, the owner's decisions and processes that die, in any order: after each step the database
 * says what a model of the life of input groups says.
 */

const RUNS = Number(process.env.CAIRN_MODEL_RUNS ?? 12);
/** All runs are to be made: one that was broken off would say nothing of the rest. */
const LIMIT_MS = Math.max(240_000, RUNS * 20_000);

let world: World;

beforeAll(async () => {
  world = await World.make();
});

afterAll(() => world[Symbol.asyncDispose]());

it(
  'does what the model of it does',
  async () => {
    const property = fc.asyncProperty(steps, async (list) => {
      const model = new Model(await world.reset());
      for (const step of list) {
        await take(model, step);
        await compare(world, model);
      }
    });
    await fc.assert(property, {
      numRuns: RUNS,
      interruptAfterTimeLimit: LIMIT_MS,
      markInterruptAsFailure: true,
    });
  },
  LIMIT_MS + 60_000,
);

async function take(model: Model, step: Step): Promise<void> {
  if (step.do === 'wait') {
    world.server.clock.aheadMs += step.ms;
  } else if (step.do === 'sweep') {
    await sweep(model);
  } else if (step.do === 'fold') {
    await foldCounts(world.server.app.server);
  } else if (step.do === 'race') {
    await race(model, step);
  } else {
    const plan = planOf(model, step, await world.now());
    if (plan === undefined) return;
    const crash = 'crash' in step && step.crash;
    const ctx = crash ? world.dyingAs(plan.donor) : world.as(plan.donor);
    const answer = await outcome(plan.run(ctx));
    // What has nothing to write comes through a crash; of the rest not even a refusal is told.
    if (!crash || answer.code !== 'crash') expect(answer.code).toBe(plan.expected);
    if (answer.code === 'ok') plan.apply(answer.value);
  }
}

/** Leases that the sweep finds are over for good. */
async function sweep(model: Model): Promise<void> {
  await expireReservations(world.server.app.server);
  const now = await world.now();
  for (const lease of model.leases) {
    if (lease.state !== 'LIVE' || lease.deadline > now) continue;
    lease.state = 'EXPIRED';
    if (lease.group.holder === lease && lease.group.state === 'HELD') lease.group.state = 'IDLE';
  }
}

/** Donors who ask at the same moment: each free group goes to one of them, and none is left over. */
async function race(model: Model, { donors, kind }: Extract<Step, { do: 'race' }>): Promise<void> {
  const now = await world.now();
  const names = Array.from({ length: donors }, (_, n) => `10.9.${model.leases.length}.${n}`);
  const free = model.freeFor('nobody', kind, now);
  const answers = await Promise.all(
    names.map(async (donor) => {
      const key = clientKey();
      return { donor, key, ...(await outcome(reserveInputGroup(world.as(donor), { kind, clientKey: key }))) };
    }),
  );
  const served = answers.filter(({ code }) => code === 'ok');
  expect(served).toHaveLength(Math.min(donors, free.length));
  for (const { donor, key, value } of served) {
    const left = model.freeFor('nobody', kind, now);
    applyReservation(model, left, value as never, { clientKey: key, donor });
  }
}

async function outcome(work: Promise<unknown>): Promise<{ code: string; value?: unknown }> {
  try {
    return { code: 'ok', value: await work };
  } catch (error) {
    if (error instanceof Crash) return { code: 'crash' };
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return { code };
  }
}
