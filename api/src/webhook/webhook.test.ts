import { createHmac } from 'node:crypto';
import { InputGroup } from '../input-group/input-group.entity.js';
import { suspendOrganization } from '../operator/suspend-organization.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { reportFailure } from '../reservation/report-failure.js';
import { ProvenWorld } from '../test/proven-world.js';
import { addWebhook } from './add-webhook.js';
import { claimDeliveries } from './claim-deliveries.js';
import { deliverDue, pauseMs } from './deliver.js';
import { deliveryRow } from './delivery-row.js';
import { dropOldDeliveries } from './drop-old-deliveries.js';
import { listDeliveries } from './list-deliveries.js';
import { MOST_ATTEMPTS } from './most-attempts.js';
import { removeWebhook } from './remove-webhook.js';
import { Room } from './room.js';
import { rotateWebhookSecret } from './rotate-webhook-secret.js';
import { Receiver } from './test/https-receiver.js';
import { testWebhook } from './test-webhook.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import type { WebhookEvent } from './webhook-event.js';

let receiver: Receiver;
let world: ProvenWorld;

beforeEach(async () => {
  receiver = await Receiver.https();
  world = await ProvenWorld.make({ server: { webhooks: { allowPrivate: true, ca: receiver.ca } } });
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const BOTH: WebhookEvent[] = ['PROOF_VERIFIED', 'PROGRAM_FINISHED'];

function add(events = BOTH) {
  return addWebhook(world.owner(), { url: `${receiver.url}/hook`, events });
}

function deliveries(webhookId: string) {
  return listDeliveries(world.owner(), { webhookId });
}

/** Waits until nothing is to be sent at this moment; the server's own rounds may be at it too. */
async function settled(): Promise<void> {
  const { server } = world.server.app;
  for (;;) {
    await deliverDue(server);
    const em = server.database.em.fork();
    const soon = new Date((await server.clock.now(em)).getTime() + 60_000);
    // What is being sent has a lease that ends later than any first pause.
    const busy = await em.count(WebhookDelivery, {
      state: 'WAITING',
      lastStatus: null,
      lastError: null,
      nextAttemptAt: { $lte: soon },
    });
    if (busy === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Queues tests for a webhook that are due at once. */
async function queue(webhookId: string, count: number): Promise<void> {
  const em = world.server.context().em;
  const facts = { event: 'TEST', organizationId: world.session.organization.id } as const;
  const now = await world.server.clock.now(em);
  await em.insertMany(
    WebhookDelivery,
    Array.from({ length: count }, () => deliveryRow(webhookId, now, facts)),
  );
}

const events = () => receiver.received.map(({ body }) => JSON.parse(body).event as string);

it('tells of a verified proof, signed', async () => {
  const { webhook, secret } = await add();
  const proof = await world.submit(world.groups.a, world.fixture.a.proof);
  await settled();
  const [received] = receiver.received;
  expect(JSON.parse(received?.body ?? '')).toEqual({
    id: expect.any(String),
    event: 'PROOF_VERIFIED',
    organizationId: world.session.organization.id,
    programId: world.program.id,
    inputGroupId: world.groups.a.id,
    proofId: proof.id,
    occurredAt: expect.stringMatching(/^\d{4}-.*Z$/u),
  });
  const [, time, signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(String(received?.headers['cairn-signature'])) ?? [];
  expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${received?.body}`).digest('hex'));
  expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(10);
  expect(await deliveries(webhook.id)).toMatchObject([
    {
      id: received?.headers['cairn-delivery'],
      state: 'DELIVERED',
      attempts: 1,
      lastStatus: 204,
      lastError: null,
    },
  ]);
});

it('tells once that a program is finished, also when its last groups are finished at the same moment', async () => {
  await add(['PROGRAM_FINISHED']);
  const { groups, fixture } = world;
  await world.submit(groups.b, fixture.b.proof);
  await settled();
  expect(events()).toEqual([]);
  const [, last] = await Promise.all([
    world.submit(groups.a, fixture.a.proof),
    world.submit(groups.twin, fixture.a.proof),
  ]);
  await settled();
  expect(events()).toEqual(['PROGRAM_FINISHED']);
  // Taken up again, and finished again.
  await rejectProofs(world.owner(), { proofIds: [last.id], reason: 'No' });
  await settled();
  expect(events()).toHaveLength(1);
  for (const address of ['10.1.0.1', '10.2.0.1', '10.3.0.1']) {
    const { token } = await world.reserve('EXECUTE', address);
    await reportFailure(world.server.context({ address }), { token, code: 'PROGRAM_PANICKED' });
  }
  await settled();
  expect(events()).toEqual(['PROGRAM_FINISHED', 'PROGRAM_FINISHED']);
  expect((await world.server.context().em.findOneOrFail(InputGroup, groups.twin.id)).state).toBe('FAILED');
});

it('keeps nobody waiting: a proof is taken while the receiver is silent', async () => {
  await add();
  receiver.answer = () => {};
  const began = Date.now();
  await world.submit(world.groups.a, world.fixture.a.proof);
  expect(Date.now() - began).toBeLessThan(2000);
});

it('tries again later, with the same body, and gives up in the end', async () => {
  const { webhook } = await add();
  receiver.answer = (response) => void response.writeHead(500).end();
  const { id } = await testWebhook(world.owner(), { id: webhook.id });
  const seen = () => world.server.context().em.findOne(WebhookDelivery, id);
  for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
    while ((await seen())?.attempts !== attempts || (await seen())?.lastStatus === null) await settled();
    const now = await seen();
    if (attempts === MOST_ATTEMPTS) break;
    expect(now).toMatchObject({ state: 'WAITING', lastError: 'The answer was 500.' });
    // It is not due before its time.
    const before = receiver.received.length;
    await deliverDue(world.server.app.server);
    expect(receiver.received).toHaveLength(before);
    world.server.clock.aheadMs += pauseMs(attempts) + 1000;
  }
  while ((await seen())?.state === 'WAITING') await settled();
  expect(await seen()).toMatchObject({ state: 'FAILED', attempts: MOST_ATTEMPTS, nextAttemptAt: null });
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(receiver.received).toHaveLength(MOST_ATTEMPTS);
  world.server.clock.aheadMs += 31 * 24 * 3600_000;
  expect(await dropOldDeliveries(world.server.app.server)).toBe(1);
}, 60_000);

it('is sent by one of many processes', async () => {
  const { webhook } = await add();
  await queue(webhook.id, 20);
  await Promise.all([1, 2, 3, 4].map(() => settled()));
  const ids = receiver.received.map(({ headers }) => headers['cairn-delivery']);
  expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
});

it('has a lease: what a dead process had is due again after a minute', async () => {
  const { database } = world.server.app.server;
  const { webhook } = await add();
  // So late that the server itself does not come to it.
  const at = new Date(Date.now() + 10 * 3600_000);
  const facts = { event: 'TEST', organizationId: world.session.organization.id } as const;
  const row = deliveryRow(webhook.id, at, facts);
  await database.em.fork().insert(WebhookDelivery, row);
  const claim = async (afterMs: number) =>
    (await claimDeliveries(database.em.fork(), new Date(at.getTime() + afterMs), new Room())).map(
      ({ id, attempts }) => [id, attempts],
    );
  const both = await Promise.all([claim(0), claim(0)]);
  expect(both.flat()).toEqual([[row.id, 1]]);
  expect(await claim(59_000)).toEqual([]);
  expect(await claim(60_001)).toEqual([[row.id, 2]]);
  // One that ends whoever tries it is not tried for ever.
  for (let n = 2; n < MOST_ATTEMPTS; n += 1) expect(await claim(n * 60_001)).toEqual([[row.id, n + 1]]);
  expect(await claim(MOST_ATTEMPTS * 60_001)).toEqual([]);
  expect(await database.em.fork().findOneOrFail(WebhookDelivery, row.id)).toMatchObject({
    state: 'FAILED',
    nextAttemptAt: null,
  });
});

it('signs with the new secret from then on', async () => {
  const { webhook, secret } = await add();
  const rotated = await rotateWebhookSecret(world.owner(), { id: webhook.id });
  expect(rotated.secret).not.toBe(secret);
  await testWebhook(world.owner(), { id: webhook.id });
  await settled();
  const [received] = receiver.received;
  const [, time, signature] = /^t=(\d+),v1=(.*)$/u.exec(String(received?.headers['cairn-signature'])) ?? [];
  expect(signature).toBe(
    createHmac('sha256', rotated.secret).update(`${time}.${received?.body}`).digest('hex'),
  );
});

it('is sent no more when it is removed, or its organization is suspended', async () => {
  const [{ webhook }, other] = [await add(), await add()];
  await removeWebhook(world.owner(), { id: webhook.id });
  await suspendOrganization(world.server.context({ operator: true }), {
    organization: world.session.organization.id,
  });
  await world.submit(world.groups.a, world.fixture.a.proof);
  await settled();
  expect(receiver.received).toEqual([]);
  const waiting = await world.server.context().em.find(WebhookDelivery, {});
  expect(waiting).toMatchObject([
    { webhook: { id: other.webhook.id }, lastError: 'The organization is suspended.' },
  ]);
});

it('is added, listed and tested over GraphQL; its secret is shown once', async () => {
  const asker = { token: world.session.basicToken.token };
  const { secret, webhook } = await world.server.get<{ secret: string; webhook: { id: string } }>(
    'mutation ($i: AddWebhookInput!) { addWebhook(input: $i) { secret webhook { id url events createdAt } } }',
    { i: { url: receiver.url, events: BOTH } },
    asker,
  );
  expect(secret).toMatch(/^whsec_[\w-]{43}$/u);
  expect(await world.server.get('{ webhooks { id events } }', {}, asker)).toEqual([
    { id: webhook.id, events: BOTH },
  ]);
  await world.server.get('mutation ($id: ID!) { testWebhook(id: $id) { state } }', { id: webhook.id }, asker);
  await settled();
  const query =
    'query ($id: ID!) { webhookDeliveries(webhookId: $id) { event state attempts lastStatus body finishedAt } }';
  expect(await world.server.get(query, { id: webhook.id }, asker)).toMatchObject([
    { event: 'TEST', state: 'DELIVERED', attempts: 1, lastStatus: 204 },
  ]);
});

it.each([
  'http://hooks.example.org/',
  'ftp://hooks.example.org/',
  'https://user:pass@hooks.example.org/',
  'https://hooks.example.org/#here',
  'hooks.example.org',
  `https://hooks.example.org/${'x'.repeat(1000)}`,
])('refuses the URL %.40s', async (url) => {
  await expect(addWebhook(world.owner(), { url, events: BOTH })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    details: { field: 'url' },
  });
});

it('takes http to this machine only where the server may be told of its own network', async () => {
  expect(await addWebhook(world.owner(), { url: 'http://127.0.0.1:1/', events: BOTH })).toBeDefined();
  await using strict = await ProvenWorld.make();
  const refused = addWebhook(strict.owner(), { url: 'http://127.0.0.1:1/', events: BOTH });
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  await expect(addWebhook(world.owner(), { url: receiver.url, events: [] })).rejects.toMatchObject({
    details: { field: 'events' },
  });
  const added = await Promise.allSettled(Array.from({ length: 12 }, () => add()));
  expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
  await expect(add()).rejects.toMatchObject({ code: 'INVALID_STATE' });
});
