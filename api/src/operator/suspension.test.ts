import { login } from '../account/login.js';
import { requireOwner } from '../account/require-owner.js';
import { createApiToken } from '../api-token/create-api-token.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { ProvenWorld } from '../test/proven-world.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { send } from '../test/send.js';
import { restoreOrganization } from './restore-organization.js';
import { setRegistration } from './set-registration.js';
import { suspendOrganization } from './suspend-organization.js';

let world: ProvenWorld;
let organization: string;

beforeAll(async () => {
  world = await ProvenWorld.make();
  organization = world.session.organization.id;
});

afterAll(() => world[Symbol.asyncDispose]());

const operator = () => world.server.context({ operator: true });

it('ends sessions at once, lets nobody in, and serves nothing, until it is over', async () => {
  const { server, session, program } = world;
  const { username } = session.organization;
  const { token: apiToken } = await createApiToken(world.owner(), { name: 'x', scopes: ['proofs:read'] });
  const atWork = await world.reserve('EXECUTE');
  const done = await suspendOrganization(operator(), { organization: username, reason: 'Spam' });
  expect(done).toMatchObject({ id: organization, sessionsEnded: 1 });

  await expect(requireOwner(world.owner(), 'proofs:read')).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  const byToken = requireOwner(server.context({ ownerToken: apiToken }), 'proofs:read');
  await expect(byToken).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Spam'),
  });
  const knows = login(server.context(), { username, password: 'correct horse' });
  await expect(knows).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Spam') });
  const guesses = login(server.context(), { username, password: 'wrong' });
  await expect(guesses).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  const refresh = 'mutation ($t: String!) { refreshToken(refreshToken: $t) { id } }';
  const { errors } = await server.ask(refresh, { t: session.refreshToken.token });
  expect(errors[0]?.extensions).toMatchObject({ code: 'REFRESH_TOKEN_NOT_FOUND' });
  // Public things are public, whoever asks; REST is told the same.
  expect(await server.get('{ me { id } }', {}, { token: apiToken })).toBeNull();
  const mine = await send(`${server.url}/program/mine`, { headers: { token: apiToken } });
  expect([mine.status, JSON.parse(mine.body.toString()).error_code]).toEqual([403, 'FORBIDDEN']);
  const shown = 'query ($id: ID!) { organization(id: $id) { suspendedAt } }';
  expect(await server.get(shown, { id: organization })).toEqual({ suspendedAt: expect.any(String) });

  for (const wanted of [{}, { programId: program.id }, { organizationId: organization }])
    await expect(
      reserveInputGroup(server.context(), { kind: 'EXECUTE', clientKey: clientKey(), ...wanted }),
    ).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  // A donor who is at work loses nothing.
  expect(await world.submit(world.groups.b, world.fixture.b.proof)).toMatchObject({ state: 'SUBMITTED' });
  await releaseReservation(server.context(), { token: atWork.token });

  expect(await restoreOrganization(operator(), { organization })).toEqual({
    id: organization,
    wasSuspended: true,
  });
  await expect(requireOwner(world.owner(), 'proofs:read')).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  expect(await login(server.context(), { username, password: 'correct horse' })).toBeDefined();
  expect(await requireOwner(server.context({ ownerToken: apiToken }), 'proofs:read')).toBeDefined();
  await releaseReservation(server.context(), { token: (await world.reserve('EXECUTE')).token });
});

it('refuses a session that was begun in the moment of the suspension', async () => {
  const { em } = world.server.context();
  const session = await newOrganization(world.server);
  await em.execute('update organization set suspended_at = ? where id = ?', [
    new Date(),
    session.organization.id,
  ]);
  const { token } = session.basicToken;
  await expect(requireOwner(world.server.context({ ownerToken: token }), 'session')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

it('knows no organization by a wrong name, and takes no reason that hides something', async () => {
  await expect(suspendOrganization(operator(), { organization: 'nobody' })).rejects.toMatchObject({
    code: 'ACCOUNT_NOT_FOUND',
  });
  const reason = 'a\u202eb';
  await expect(suspendOrganization(operator(), { organization, reason })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

it('closes registration, and says so before somebody tries', async () => {
  const isOpen = async () =>
    (await world.server.get<{ registrationOpen: boolean }>('{ serverInfo { registrationOpen } }'))
      .registrationOpen;
  expect(await isOpen()).toBe(true);
  await setRegistration(operator(), { open: false });
  expect(await isOpen()).toBe(false);
  await expect(newOrganization(world.server)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await setRegistration(operator(), { open: true });
  expect(await newOrganization(world.server)).toBeDefined();
});
