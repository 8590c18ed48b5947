import { ProvenWorld } from '../test/proven-world.js';
import { ACCESS, type OperationName } from './access-table.js';
import { type CallerKind, callerOf, KINDS } from './test/callers.js';
import { expectedOutcome, type Outcome } from './test/expected-outcome.js';
import { TRIES } from './test/operation-tries.js';

/**
 * Every operation × every kind of caller. A caller is a session or an API token, and a reservation token; what it gets is `ok` or an
 * error's code.
 */

let world: ProvenWorld;
let proofId: string;

beforeEach(async () => {
  world = await ProvenWorld.make();
  proofId = (await world.submit(world.groups.b, world.fixture.b.proof)).id;
});

afterEach(() => world[Symbol.asyncDispose]());

async function outcome(name: OperationName, kind: CallerKind): Promise<Outcome> {
  const caller = await callerOf(world, kind);
  const { ownerToken, operator } = caller;
  const ctx = world.server.context({ ownerToken, ...(operator && { operator }) });
  try {
    await TRIES[name](ctx, caller, world, proofId);
    return 'ok';
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
}

const NAMES = Object.keys(ACCESS) as OperationName[];

it.each(KINDS)('%s: every operation answers as the table says', async (kind) => {
  const expected = NAMES.map((name) => [name, expectedOutcome(name, kind)]);
  const found: [OperationName, Outcome][] = [];
  for (const name of NAMES) {
    found.push([name, await outcome(name, kind)]);
    await resetGroups();
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

/** One operation must not stand in the next one's way. */
async function resetGroups(): Promise<void> {
  const { em } = world.server.context();
  await em.execute('delete from api_token');
  await em.execute('delete from execution');
  await em.execute('delete from failure_report');
  await em.execute('delete from proof where input_group_id <> ?', [world.groups.b.id]);
  await em.execute("update proof set state = 'SUBMITTED'");
  await em.execute(
    "update input_group set state = 'AVAILABLE', executed = 0, proof_id = null, free_from = 0 where id <> ?",
    [world.groups.b.id],
  );
  await em.execute("update input_group set state = 'PROVEN' , proof_id = ?, free_from = null where id = ?", [
    proofId,
    world.groups.b.id,
  ]);
}
