import type { ValidVerdict } from '@cairn/prover';
import { newId } from '../../database/new-id.js';
import { Reservation } from '../../reservation/reservation.entity.js';
import { reserveInputGroup } from '../../reservation/reserve-input-group.js';
import { countStatements } from '../../test/count-statements.js';
import { insertOrganization, insertProgram, storedGroup } from '../../test/rows.js';
import { clientKey } from '../../test/scenario.js';
import { sha256 } from '../../test/sha256.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../../test/test-server.js';
import { Webhook } from '../../webhook/webhook.entity.js';
import { WebhookDelivery } from '../../webhook/webhook-delivery.entity.js';
import { Proof } from '../proof.entity.js';
import { requireProvableGroup } from '../provable-group.js';
import type { Acceptance } from './verified-proof.js';

let server: TestServer;
let groups: string[];

beforeEach(async () => {
  // Its statements are none of those that are counted.
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  const organization = await insertOrganization(server, 'ada');
  groups = (await insertProgram(server, organization, 'p', 50)).groups;
});

afterEach(() => server[Symbol.asyncDispose]());

const verdict: Partial<ValidVerdict> = {
  programHash: '0x1',
  inputCommitment: '0x2',
  bound: true,
  output: ['0x2'],
  steps: 1,
  provenRows: 1,
  securityBits: 96,
};

interface Offer {
  readonly group: string;
  readonly content?: string;
  readonly reservationId?: string;
}

/** Proofs that were verified, all at the same moment. */
async function acceptTogether(offers: readonly Offer[]): Promise<Acceptance[]> {
  const proofs = [];
  for (const { group, content = group, reservationId } of offers)
    proofs.push({
      group: await requireProvableGroup(server.context().em, group),
      reservationId,
      file: { sha256: sha256(content), size: 1 },
      verdict: verdict as ValidVerdict,
      proveSeconds: null,
      addressHash: 'x',
    });
  return Promise.all(proofs.map((proof) => server.app.server.accepts.serve(proof)));
}

const whole = (some: readonly string[]) => some.map((group) => ({ group }));

it('accepts many that wait at once with as many statements as two, but for reading their groups', async () => {
  const statements = async (some: readonly string[]) =>
    (await countStatements(server, () => acceptTogether(whole(some)))) - some.length;
  const [two, many] = [await statements(groups.slice(0, 2)), await statements(groups.slice(2, 32))];
  expect(many).toBe(two);
  expect(await server.context().em.count(Proof, { state: 'SUBMITTED' })).toBe(32);
});

it('queues what webhooks are told of two programs with as many statements as of one', async () => {
  const { em } = server.context();
  const organization = await insertOrganization(server, 'eve');
  const seed = '0'.repeat(64);
  await em.insert(Webhook, {
    id: newId(new Date()),
    organization,
    url: 'https://eve.example',
    events: ['PROOF_VERIFIED', 'PROGRAM_FINISHED'],
    seed,
    createdAt: new Date(),
  });
  const programs = [];
  for (const name of ['one', 'two', 'three'])
    programs.push(await insertProgram(server, organization, name, 2));
  const statements = (some: readonly string[]) => countStatements(server, () => acceptTogether(whole(some)));
  const [one, two, three] = programs.map((program) => program.groups);
  const ofOne = await statements(one ?? []);
  expect(await statements([two?.[0] ?? '', three?.[0] ?? ''])).toBe(ofOne);
  expect(await em.count(WebhookDelivery, { event: 'PROGRAM_FINISHED' })).toBe(3);
});

it('tells each what comes of its own: one proof of each group, and none of one that is taken', async () => {
  const [first = '', second = '', taken = ''] = groups;
  await acceptTogether(whole([taken]));
  const answers = await acceptTogether([
    { group: first, content: 'one' },
    { group: taken, content: 'too late' },
    { group: second },
    { group: first, content: 'another' },
  ]);
  const won = answers.map(({ accepted }) => accepted?.sha256);
  expect(won).toEqual([sha256('one'), undefined, sha256(second), undefined]);
  for (const { accepted } of answers)
    if (accepted !== undefined)
      expect(await storedGroup(server, accepted.inputGroup)).toMatchObject({
        state: 'PROVEN',
        proofId: accepted.id,
        provenAt: accepted.submittedAt,
        freeFrom: null,
      });
});

it("completes the lease that a proof came under, and supersedes the others'", async () => {
  const reserve = () => reserveInputGroup(server.context(), { kind: 'EXECUTE', clientKey: clientKey() });
  const leases = [await reserve(), await reserve(), await reserve()];
  const offers = leases.slice(0, 2).map(({ id, inputGroup }, n) => ({
    group: inputGroup.id,
    ...(n === 0 && { reservationId: id }),
  }));
  await acceptTogether(offers);
  const states = [];
  for (const { id } of leases) states.push((await server.context().em.findOneOrFail(Reservation, id)).state);
  expect(states).toEqual(['COMPLETED', 'SUPERSEDED', 'LIVE']);
});

it('takes the place of the very file that was rejected, and leaves what else was rejected', async () => {
  const [one = '', two = ''] = groups;
  const { em } = server.context();
  for (const [group, content] of [
    [one, 'x'],
    [one, 'y'],
    [two, 'y'],
  ] as const) {
    await acceptTogether([{ group, content }]);
    await em.nativeUpdate(Proof, { inputGroup: group, state: 'SUBMITTED' }, { state: 'REJECTED' });
    await em.execute(`update input_group set state = 'AVAILABLE', proof_id = null where id = ?`, [group]);
  }
  await acceptTogether([
    { group: one, content: 'x' },
    { group: two, content: 'y' },
  ]);
  const rows = await server.context().em.find(Proof, {});
  const found = rows.map((proof) => [proof.inputGroup.id, proof.sha256, proof.state]);
  expect(found.sort()).toEqual(
    [
      [one, sha256('x'), 'SUBMITTED'],
      [one, sha256('y'), 'REJECTED'],
      [two, sha256('y'), 'SUBMITTED'],
    ].sort(),
  );
});
