import { setTimeout } from 'node:timers/promises';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { ProvenWorld } from '../test/proven-world.js';
import { newOrganization } from '../test/scenario.js';
import { until } from '../test/until.js';
import { addWebhook } from './add-webhook.js';
import { deliverDue } from './deliver.js';
import { deliveryRow } from './delivery-row.js';
import { listDeliveries } from './list-deliveries.js';
import { removeWebhook } from './remove-webhook.js';
import { Receiver } from './test/https-receiver.js';
import { testWebhook } from './test-webhook.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

let receiver: Receiver;
let world: ProvenWorld;

beforeEach(async () => {
  receiver = await Receiver.https();
  world = await ProvenWorld.make({ server: { webhooks: { allowPrivate: true, ca: receiver.ca } } });
});
afterEach(async () => {
  receiver.answer = (response) => void response.writeHead(204).end();
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const BOTH = ['PROOF_VERIFIED', 'PROGRAM_FINISHED'] as const;
const add = (path = '/hook') => addWebhook(world.owner(), { url: receiver.url + path, events: BOTH });
const events = () => receiver.received.map(({ body }) => JSON.parse(body).event as string);

it('keeps nobody waiting for an organization whose receivers are silent', async () => {
  const { webhook: slow } = await add('/slow');
  const other = await newOrganization(world.server);
  const ctx = world.server.context({ ownerToken: other.basicToken.token });
  const { webhook: quick } = await addWebhook(ctx, { url: `${receiver.url}/quick`, events: BOTH });
  let open = 0;
  let most = 0;
  receiver.answer = (response, { path }) => {
    if (path !== '/slow') return void response.writeHead(204).end();
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
  };
  const em = world.server.context().em;
  const now = await world.server.clock.now(em);
  const row = (id: string, at: Date) =>
    deliveryRow(id, at, { event: 'TEST', organizationId: world.session.organization.id });
  const earlier = new Date(now.getTime() - 1000);
  await em.insertMany(WebhookDelivery, [
    ...Array.from({ length: 200 }, () => row(slow.id, earlier)),
    row(quick.id, now),
  ]);
  const ending = new AbortController();
  const delivering = deliverDue(world.server.app.server, ending.signal);
  const began = performance.now();
  await until(() => receiver.received.some(({ path }) => path === '/quick'));
  // All of the slow ones take minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
  ending.abort();
  await delivering;
  // The server's own rounds and this one.
  expect(most).toBeLessThanOrEqual(8);
}, 60_000);

it('waits for every attempt when one could not be written down, and says so then', async () => {
  const { webhook: slow } = await add('/slow');
  const other = await newOrganization(world.server);
  const ctx = world.server.context({ ownerToken: other.basicToken.token });
  const { webhook: quick } = await addWebhook(ctx, { url: `${receiver.url}/quick`, events: BOTH });
  const held: (() => void)[] = [];
  receiver.answer = (response, { path }) => {
    const end = () => void response.writeHead(204).end();
    if (path === '/slow') held.push(end);
    else end();
  };
  const em = world.server.context().em;
  // Due in an hour: the server's own rounds leave them alone.
  const later = new Date((await world.server.clock.now(em)).getTime() + 3600_000);
  const row = (id: string) =>
    deliveryRow(id, later, { event: 'TEST', organizationId: world.session.organization.id });
  await em.insertMany(WebhookDelivery, [slow.id, slow.id, quick.id, quick.id].map(row));
  const { server } = world.server.app;
  let failures = 0;
  const metrics = Object.assign(Object.create(server.metrics), {
    webhookAttempt() {
      failures += 1;
      throw new Error('broken off');
    },
  });
  const clock = { now: () => Promise.resolve(later) };
  const outcome = deliverDue({ ...server, metrics, clock }).then(
    () => 'ended',
    (error: Error) => error.message,
  );
  await until(() => failures > 0 && held.length === 2);
  expect(await Promise.race([outcome, setTimeout(500, 'under way')])).toBe('under way');
  for (const end of held) end();
  expect(await outcome).toBe('broken off');
  expect(failures).toBe(4);
});

it('sends few tests a minute', async () => {
  const { webhook } = await add();
  for (let n = 0; n < 10; n += 1) await testWebhook(world.owner(), { id: webhook.id });
  await expect(testWebhook(world.owner(), { id: webhook.id })).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  });
  expect(await listDeliveries(world.owner(), { webhookId: webhook.id })).toHaveLength(10);
});

it('takes a proof while its webhook is removed', async () => {
  const { groups, fixture } = world;
  for (const [group, proof] of [
    [groups.a, fixture.a.proof],
    [groups.b, fixture.b.proof],
  ] as const) {
    const hooks = await Promise.all([add(), add(), add()]);
    const removed = hooks.map(({ webhook }) => removeWebhook(world.owner(), { id: webhook.id }));
    const [accepted] = await Promise.all([world.submit(group, proof), ...removed]);
    expect(accepted.state).toBe('SUBMITTED');
  }
});

it('keeps no secret in the table', async () => {
  const { secret } = await add();
  const [row] = await world.server.context().em.find(Webhook, {});
  expect(secret).toMatch(/^whsec_/u);
  expect(JSON.stringify(row)).not.toContain(secret.slice('whsec_'.length));
});

it('tells that a program is finished when its last open groups are deleted, and not when all are', async () => {
  await add();
  const { groups, fixture } = world;
  await world.submit(groups.a, fixture.a.proof);
  const em = world.server.context().em;
  // What the proof had asked again is answered: groups are left.
  await until(async () => (await em.count(WebhookDelivery, { event: 'PROGRAM_FINISHED' })) === 0);
  await deleteInputGroups(world.owner(), { ids: [groups.b.id] });
  await deleteInputGroups(world.owner(), { ids: [groups.twin.id] });
  await until(() => events().includes('PROGRAM_FINISHED'));
  expect(events().filter((event) => event === 'PROGRAM_FINISHED')).toHaveLength(1);
  await deleteInputGroups(world.owner(), { ids: [groups.a.id] });
  expect(await em.count(WebhookDelivery, { event: 'PROGRAM_FINISHED', state: 'WAITING' })).toBe(0);
});

it('is not led to the server itself', async () => {
  const { webhook } = await addWebhook(world.owner(), { url: `${world.server.url}/graphql`, events: BOTH });
  const { id } = await testWebhook(world.owner(), { id: webhook.id });
  const seen = () => world.server.context().em.findOneOrFail(WebhookDelivery, id);
  await until(async () => (await seen()).lastStatus !== null);
  expect(await seen()).toMatchObject({ lastStatus: 403, lastError: 'The answer was 403.' });
});
