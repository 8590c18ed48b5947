import { renewReservation } from '../reservation/renew-reservation.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { insertProgram } from '../test/rows.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';

const UPDATE = `mutation ($i: UpdateProgramInput!) {
  updateProgram(input: $i) { id name description leaseSeconds readme programHash } }`;

let server: TestServer;
let token: string;
let id: string;

beforeEach(async () => {
  server = await TestServer.start();
  const { basicToken, organization } = await newOrganization(server);
  token = basicToken.token;
  id = (await insertProgram(server, organization.id, 'sums', 2)).id;
});

afterEach(() => server[Symbol.asyncDispose]());

const update = (change: Record<string, unknown>) =>
  server.get<Record<string, unknown>>(UPDATE, { i: { id, ...change } }, { token });

const refused = async (change: Record<string, unknown>) =>
  (await server.ask(UPDATE, { i: { id, ...change } }, { token })).errors[0];

it('changes what it is given and nothing else', async () => {
  const before = { id, name: 'sums', programHash: '0x1' };
  expect(await update({ description: 'Adds' })).toEqual({
    ...before,
    description: 'Adds',
    leaseSeconds: 60,
    readme: null,
  });
  expect(await update({ leaseSeconds: 3600, readme: '# Sums\n' })).toEqual({
    ...before,
    description: 'Adds',
    leaseSeconds: 3600,
    readme: '# Sums\n',
  });
  expect(await update({ description: '', readme: '', leaseSeconds: null })).toEqual({
    ...before,
    description: '',
    leaseSeconds: 3600,
    readme: null,
  });
});

it('answers the same when it is sent twice', async () => {
  await update({ description: 'Adds' });
  expect(await update({ description: 'Adds' })).toMatchObject({ description: 'Adds' });
});

it.each([
  [{}, undefined],
  [{ leaseSeconds: 59 }, 'leaseSeconds'],
  [{ leaseSeconds: 2_592_001 }, 'leaseSeconds'],
  [{ description: 'x'.repeat(2001) }, 'description'],
  [{ description: 'bell \u0007' }, 'description'],
  [{ readme: 'x'.repeat(64 * 1024 + 1) }, 'readme'],
])('refuses %j', async (change, field) => {
  expect((await refused(change))?.extensions).toMatchObject({
    code: 'INVALID_REQUEST',
    ...(field && { field }),
  });
  expect(await update({ description: 'still' })).toMatchObject({ leaseSeconds: 60, readme: null });
});

it('leaves a reservation that is held its own lease, also when it is renewed', async () => {
  const reserve = () => reserveInputGroup(server.context(), { kind: 'EXECUTE', clientKey: clientKey() });
  const seconds = async (reservation: { expiresAt: Date }) =>
    Math.round(
      (reservation.expiresAt.getTime() - (await server.clock.now(server.context().em)).getTime()) / 1000,
    );
  const held = await reserve();
  await update({ leaseSeconds: 3600 });
  expect(await seconds(await renewReservation(server.context(), { token: held.token ?? '' }))).toBe(60);
  expect(await seconds(await reserve())).toBe(3600);
});
