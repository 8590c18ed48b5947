import { changePassword } from '../account/change-password.js';
import { deleteAccount } from '../account/delete-account.js';
import { login } from '../account/login.js';
import { logout } from '../account/logout.js';
import { Scope } from '../account/scopes.js';
import { createApiToken } from '../api-token/create-api-token.js';
import { listApiTokens } from '../api-token/list-api-tokens.js';
import { revokeApiToken } from '../api-token/revoke-api-token.js';
import { buildTar } from '../archive/test/build-tar.js';
import type { OperationContext } from '../context/operation-context.js';
import { firstIdAt } from '../database/new-id.js';
import { type Told, toldValue } from '../events/follow.js';
import { Execution } from '../execution/execution.entity.js';
import { reportBadExecution } from '../execution/report-bad-execution.js';
import { submitExecution } from '../execution/submit-execution.js';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { followInputGroup } from '../input-group/follow-input-group.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { retryInputGroup } from '../input-group/retry-input-group.js';
import { uploadInputArchive } from '../input-group/upload-input-archive.js';
import { uploadInputGroups } from '../input-group/upload-input-groups.js';
import { organizationUsage } from '../operator/organization-usage.js';
import { restoreOrganization } from '../operator/restore-organization.js';
import { setQuotas } from '../operator/set-quotas.js';
import { setRegistration } from '../operator/set-registration.js';
import { suspendOrganization } from '../operator/suspend-organization.js';
import { makeCursor } from '../pagination/cursor.js';
import { deleteProgram } from '../program/delete-program.js';
import { updateProgram } from '../program/update-program.js';
import { uploadProgram } from '../program/upload-program.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { followProofs } from '../proof/follow-proofs.js';
import { listProofs, readProof } from '../proof/list-proofs.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { followWork } from '../reservation/follow-work.js';
import { followReservation, readReservation } from '../reservation/read-reservation.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { reportFailure } from '../reservation/report-failure.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { ProvenWorld } from '../test/proven-world.js';
import { clientKey, newOrganization, source } from '../test/scenario.js';
import { WEBHOOK_TRIES } from '../webhook/test/webhook-tries.js';
import { ACCESS, type AccessLevel, type OperationName } from './access-table.js';

/**
 * Every operation × every kind of caller. A caller is a session or an API token, and a reservation token; what it gets is `ok` or an
 * error's code.
 */

interface Caller {
  readonly ownerToken: string | undefined;
  readonly token: string;
  readonly operator?: true;
}

type Outcome = string;
type Try = (ctx: OperationContext, caller: Caller, world: ProvenWorld, proofId: string) => Promise<unknown>;

let world: ProvenWorld;
let proofId: string;

beforeEach(async () => {
  world = await ProvenWorld.make();
  proofId = (await world.submit(world.groups.b, world.fixture.b.proof)).id;
});

afterEach(() => world[Symbol.asyncDispose]());

/** GraphQL queries and mutations that anyone may call, with what makes them go well. */
function ask(query: string, variables: (world: ProvenWorld) => Record<string, unknown> = () => ({})): Try {
  return async (_ctx, { ownerToken }, at) => {
    const { errors } = await at.server.ask(query, variables(at), { token: ownerToken });
    if (errors[0] !== undefined) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
  };
}

async function answered<T>(value: Promise<T | null>): Promise<T> {
  const found = await value;
  if (found === null) throw Object.assign(new Error('null'), { code: 'null' });
  return found;
}

const upload = async (at: ProvenWorld) => ({
  name: clientKey(),
  description: '',
  leaseSeconds: 60,
  archive: source(at.fixture.builtArchive),
});

const TRIES: Record<OperationName, Try> = {
  register: ask('mutation ($i: RegisterInput!) { register(input: $i) { organization { id } } }', () => ({
    i: { username: clientKey(), password: 'correct horse', name: 'x', description: '' },
  })),
  login: ask('mutation ($i: LoginInput!) { login(input: $i) { organization { id } } }', ({ session }) => ({
    i: { username: session.organization.username, password: 'correct horse' },
  })),
  refreshToken: ask('mutation ($t: String!) { refreshToken(refreshToken: $t) { id } }', ({ session }) => ({
    t: session.refreshToken.token,
  })),
  // Of the owner's other session, so that the caller's own goes on.
  logout: async (_ctx, _caller, at) => {
    const { username } = at.session.organization;
    const { refreshToken } = await login(at.server.context(), { username, password: 'correct horse' });
    await logout(_ctx, { refreshTokenId: refreshToken.id });
  },
  changePassword: async (ctx) => {
    await changePassword(ctx, { currentPassword: 'correct horse', newPassword: 'correct horse' });
  },
  deleteAccount: (ctx) => deleteAccount(ctx, { password: 'correct horse', dryRun: true }),
  createApiToken: (ctx) => createApiToken(ctx, { name: 'x', scopes: ['proofs:read'] }),
  apiTokens: (ctx) => listApiTokens(ctx, {}),
  revokeApiToken: async (ctx, _caller, at) => {
    const { apiToken } = await createApiToken(at.owner(), { name: 'x', scopes: ['proofs:read'] });
    await revokeApiToken(ctx, { id: apiToken.id });
  },
  suspendOrganization: async (ctx, _caller, at) => {
    const { organization } = await newOrganization(at.server);
    await suspendOrganization(ctx, { organization: organization.id });
  },
  restoreOrganization: (ctx, _caller, at) =>
    restoreOrganization(ctx, { organization: at.session.organization.id }),
  setRegistration: (ctx) => setRegistration(ctx, { open: true }),
  setQuotas: (ctx, _caller, at) => setQuotas(ctx, { organization: at.session.organization.id }),
  organizationUsage: (ctx) => organizationUsage(ctx, {}),
  ...WEBHOOK_TRIES,
  me: ask('{ me { id } }'),
  organization: ask('query ($id: ID!) { organization(id: $id) { name } }', ({ session }) => ({
    id: session.organization.id,
  })),
  organizations: ask('{ organizations { totalCount } }'),
  program: ask('query ($id: ID!) { program(id: $id) { archiveUrl executableUrl } }', ({ program }) => ({
    id: program.id,
  })),
  programs: ask('{ programs { totalCount } }'),
  inputGroup: ask('query ($id: ID!) { inputGroup(id: $id) { state } }', ({ groups }) => ({
    id: groups.a.id,
  })),
  inputGroups: ask('query ($id: ID!) { inputGroups(programId: $id) { totalCount } }', ({ program }) => ({
    id: program.id,
  })),
  inputGroupUpdated: (ctx, _caller, { groups }) => firstTold(followInputGroup(ctx, { id: groups.a.id })),
  workAvailable: (ctx) => firstTold(followWork(ctx, { kind: 'EXECUTE' })),
  serverInfo: ask('{ serverInfo { version } }'),
  reserveInputGroup: ask('mutation ($i: ReserveInput!) { reserveInputGroup(input: $i) { id } }', () => ({
    i: { kind: 'EXECUTE', clientKey: clientKey() },
  })),
  submitProof: (_ctx, _caller, at) => at.submit(at.groups.a, at.fixture.a.proof),
  uploadProgram: async (ctx, _caller, at) => uploadProgram(ctx, await upload(at)),
  uploadInputGroups: (ctx, _caller, { program }) =>
    uploadInputGroups(ctx, { programId: program.id, groups: [{ name: 'x', file: source('1') }] }),
  uploadInputArchive: (ctx, _caller, { program }) =>
    uploadInputArchive(ctx, {
      programId: program.id,
      archive: source(buildTar([{ name: 'x.csv', body: '1' }])),
    }),
  updateProgram: (ctx, _caller, { program }) => updateProgram(ctx, { id: program.id, description: 'x' }),
  deleteProgram: async (ctx, _caller, at) => {
    const { id } = await uploadProgram(at.owner(), await upload(at));
    await deleteProgram(ctx, { id });
  },
  deleteInputGroups: async (ctx, _caller, at) => {
    const groups = [{ name: 'x', file: source('1') }];
    const [added] = await uploadInputGroups(at.owner(), { programId: at.program.id, groups });
    await deleteInputGroups(ctx, { ids: [added?.id ?? ''] });
  },
  retryInputGroup: async (ctx, _caller, at) => {
    const { id } = at.groups.twin;
    await at.server.context().em.nativeUpdate(InputGroup, id, { state: 'FAILED', freeFrom: null });
    await retryInputGroup(ctx, { id });
  },
  proof: (ctx, _caller, _world, id) => answered(readProof(ctx, { id })),
  proofs: async (ctx) => {
    const { nodes } = await listProofs(ctx, {});
    if (nodes.length === 0) throw Object.assign(new Error('none'), { code: 'none' });
  },
  proofSubmitted: (ctx, _caller, { program }) => {
    const after = makeCursor(firstIdAt(new Date(0)));
    return firstTold(followProofs(ctx, { programId: program.id, after }));
  },
  confirmProofs: async (ctx, _caller, _world, id) => decided(await confirmProofs(ctx, { proofIds: [id] })),
  rejectProofs: async (ctx, _caller, _world, id) =>
    decided(await rejectProofs(ctx, { proofIds: [id], reason: 'No' })),
  reservation: (ctx, { token }) => answered(readReservation(ctx, token)),
  reservationUpdated: (ctx, { token }) => firstTold(followReservation(ctx, token)),
  renewReservation: (ctx, { token }) => renewReservation(ctx, { token }),
  releaseReservation: (ctx, { token }) => releaseReservation(ctx, { token }),
  reportFailure: (ctx, { token }) => reportFailure(ctx, { token, code: 'PROGRAM_PANICKED' }),
  reportBadExecution: async (ctx, { token }, at) => {
    const { em } = at.server.context();
    const inputGroup = at.groups.a.id;
    await em.nativeUpdate(Reservation, { inputGroup }, { kind: 'PROVE' });
    const facts = { steps: 1, size: 1, sha256: '0'.repeat(64), createdAt: new Date(), reportedAt: null };
    await em.insert(Execution, { id: clientKey().slice(0, 36), inputGroup, ...facts });
    await reportBadExecution(ctx, { token });
  },
  submitExecution: (ctx, { token }, at) =>
    submitExecution(ctx, { token, execution: source(at.fixture.a.execution) }),
};

function decided([answer]: { error: { code: string } | null }[]): void {
  if (answer?.error) throw Object.assign(new Error('refused'), answer.error);
}

async function firstTold(following: Promise<AsyncIterableIterator<Told<unknown>>>): Promise<void> {
  const told = await following;
  const { value } = await told.next();
  await told.return?.();
  toldValue(value);
}

const KINDS = [
  ...(['anonymous', 'owner', 'programs:write', 'inputs:write', 'proofs:read', 'proofs:decide'] as const),
  ...(['other', 'suspended', 'operator', 'holder', 'dead token', 'foreign token'] as const),
];
type CallerKind = (typeof KINDS)[number];
type Outcomes = Record<CallerKind, Outcome>;

/** The same outcome for every kind of caller but some. */
function forAll(outcome: Outcome, except: Partial<Outcomes> = {}): Outcomes {
  return { ...(Object.fromEntries(KINDS.map((kind) => [kind, outcome])) as Outcomes), ...except };
}

const NO_SCOPE = Object.fromEntries(Object.values(Scope).map((scope) => [scope, 'FORBIDDEN']));
const OWNER = forAll('INVALID_TOKEN', { ...NO_SCOPE, owner: 'ok', other: 'hidden', suspended: 'FORBIDDEN' });

/** What each kind of caller gets, by the operation's access level. */
const EXPECTED: Record<AccessLevel, Outcomes> = {
  public: forAll('ok'),
  session: OWNER,
  'programs:write': { ...OWNER, 'programs:write': 'ok' },
  'inputs:write': { ...OWNER, 'inputs:write': 'ok' },
  'proofs:read': { ...OWNER, 'proofs:read': 'ok' },
  'proofs:decide': { ...OWNER, 'proofs:decide': 'ok' },
  operator: forAll('FORBIDDEN', { operator: 'ok' }),
  reservation: forAll('RESERVATION_NOT_FOUND', { holder: 'ok', 'dead token': 'INVALID_STATE' }),
};

/** Where the table's general answer has another form. */
const SPECIAL: Partial<Record<OperationName, Partial<Record<CallerKind, Outcome>>>> = {
  // What belongs to another answers as if it did not exist; making a program of one's own is nobody else's.
  uploadProgram: { other: 'ok' },
  changePassword: { other: 'ok' },
  deleteAccount: { other: 'ok' },
  createApiToken: { other: 'ok' },
  apiTokens: { other: 'ok' },
  revokeApiToken: { other: 'INVALID_REQUEST' },
  webhooks: { other: 'ok' },
  addWebhook: { other: 'ok' },
  webhookDeliveries: { other: 'INVALID_REQUEST' },
  testWebhook: { other: 'INVALID_REQUEST' },
  rotateWebhookSecret: { other: 'INVALID_REQUEST' },
  removeWebhook: { other: 'INVALID_REQUEST' },
  uploadInputGroups: { other: 'PROGRAM_NOT_FOUND' },
  uploadInputArchive: { other: 'PROGRAM_NOT_FOUND' },
  updateProgram: { other: 'PROGRAM_NOT_FOUND' },
  deleteProgram: { other: 'PROGRAM_NOT_FOUND' },
  deleteInputGroups: { other: 'INPUT_GROUP_NOT_FOUND' },
  retryInputGroup: { other: 'INPUT_GROUP_NOT_FOUND' },
  proof: { other: 'null' },
  proofs: { other: 'none' },
  proofSubmitted: { other: 'PROGRAM_NOT_FOUND' },
  confirmProofs: { other: 'PROOF_NOT_FOUND' },
  rejectProofs: { other: 'PROOF_NOT_FOUND' },
  // Queries answer null for a token that names nothing, and still show a reservation that has ended.
  reservation: forAll('null', { holder: 'ok', 'dead token': 'ok' }),
  reservationUpdated: { 'dead token': 'ok' },
};

function isScope(kind: CallerKind): kind is Scope {
  return (Object.values(Scope) as string[]).includes(kind);
}

async function callerOf(kind: CallerKind): Promise<Caller> {
  const owner = world.session.basicToken.token;
  if (kind === 'owner') return { ownerToken: owner, token: '' };
  if (kind === 'other') {
    return { ownerToken: (await newOrganization(world.server)).basicToken.token, token: '' };
  }
  if (kind === 'suspended') return { ownerToken: await suspendedToken(), token: '' };
  if (kind === 'operator') return { ownerToken: undefined, token: '', operator: true };
  if (isScope(kind)) {
    const { token } = await createApiToken(world.owner(), { name: kind, scopes: [kind] });
    return { ownerToken: token, token: '' };
  }
  if (kind === 'anonymous') return { ownerToken: undefined, token: '' };
  // A token of the right form that this server has not made.
  if (kind === 'foreign token') return { ownerToken: undefined, token: 'A'.repeat(43) };
  const { token } = await world.reserve('EXECUTE');
  if (kind === 'dead token') await releaseReservation(world.server.context(), { token });
  return { ownerToken: undefined, token };
}

/** An API token that would allow everything that one can, of an organization that was suspended. */
async function suspendedToken(): Promise<string> {
  const { basicToken, organization } = await newOrganization(world.server);
  const ctx = world.server.context({ ownerToken: basicToken.token });
  const { token } = await createApiToken(ctx, { name: 'x', scopes: Object.values(Scope) });
  await suspendOrganization(world.server.context({ operator: true }), { organization: organization.id });
  return token;
}

async function outcome(name: OperationName, kind: CallerKind): Promise<Outcome> {
  const caller = await callerOf(kind);
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
  const expected = NAMES.map((name) => [name, SPECIAL[name]?.[kind] ?? EXPECTED[ACCESS[name]][kind]]);
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
