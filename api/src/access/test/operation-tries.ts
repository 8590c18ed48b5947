import { changePassword } from '../../account/change-password.js';
import { deleteAccount } from '../../account/delete-account.js';
import { login } from '../../account/login.js';
import { logout } from '../../account/logout.js';
import { SESSION_TRIES } from '../../account/sessions/test/session-tries.js';
import { createApiToken } from '../../api-token/create-api-token.js';
import { listApiTokens } from '../../api-token/list-api-tokens.js';
import { revokeApiToken } from '../../api-token/revoke-api-token.js';
import { buildTar } from '../../archive/test/build-tar.js';
import type { OperationContext } from '../../context/operation-context.js';
import { donorStanding } from '../../credit/donor-standing.js';
import { leaderboard } from '../../credit/leaderboard.js';
import { listReceipts } from '../../credit/list-receipts.js';
import { setNickname } from '../../credit/set-nickname.js';
import { TestDonor } from '../../credit/test/test-donor.js';
import { firstIdAt } from '../../database/new-id.js';
import { type Told, toldValue } from '../../events/follow.js';
import { Execution } from '../../execution/execution.entity.js';
import { reportBadExecution } from '../../execution/report-bad-execution.js';
import { submitExecution } from '../../execution/submit-execution.js';
import { deleteInputGroups } from '../../input-group/delete-input-groups.js';
import { followInputGroup } from '../../input-group/follow-input-group.js';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { retryInputGroup } from '../../input-group/retry-input-group.js';
import { uploadInputArchive } from '../../input-group/upload-input-archive.js';
import { uploadInputGroups } from '../../input-group/upload-input-groups.js';
import { organizationUsage } from '../../operator/organization-usage.js';
import { restoreOrganization } from '../../operator/restore-organization.js';
import { setQuotas } from '../../operator/set-quotas.js';
import { setRegistration } from '../../operator/set-registration.js';
import { suspendOrganization } from '../../operator/suspend-organization.js';
import { makeCursor } from '../../pagination/cursor.js';
import { deleteProgram } from '../../program/delete-program.js';
import { updateProgram } from '../../program/update-program.js';
import { uploadProgram } from '../../program/upload-program.js';
import { confirmProofs } from '../../proof/confirm-proofs.js';
import { followProofs } from '../../proof/follow-proofs.js';
import { listProofs, readProof } from '../../proof/list-proofs.js';
import { Proof } from '../../proof/proof.entity.js';
import { rejectProofs } from '../../proof/reject-proofs.js';
import { FailureReport } from '../../reservation/failure-report.entity.js';
import { followWork } from '../../reservation/follow-work.js';
import { listFailureReports } from '../../reservation/list-failure-reports.js';
import { followReservation, readReservation } from '../../reservation/read-reservation.js';
import { releaseReservation } from '../../reservation/release-reservation.js';
import { renewReservation } from '../../reservation/renew-reservation.js';
import { reportFailure } from '../../reservation/report-failure.js';
import { Reservation } from '../../reservation/reservation.entity.js';
import type { ProvenWorld } from '../../test/proven-world.js';
import { clientKey, newOrganization, source } from '../../test/scenario.js';
import { sha256 } from '../../test/sha256.js';
import { beginUpload } from '../../upload/begin-upload.js';
import { WEBHOOK_TRIES } from '../../webhook/test/webhook-tries.js';
import { type OperationName } from '../access-table.js';
import { type Caller, PROOF_DONOR } from './callers.js';

/** A call of one operation, arranged so that it goes well for whoever may make it. */
export type Try = (
  ctx: OperationContext,
  caller: Caller,
  world: ProvenWorld,
  proofId: string,
) => Promise<unknown>;

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

/** Each operation, tried once. */
export const TRIES: Record<OperationName, Try> = {
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
  ...SESSION_TRIES,
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
  leaderboard: (ctx) => leaderboard(ctx, {}),
  donor: (ctx) => donorStanding(ctx, { publicKey: PROOF_DONOR.publicKey }),
  receipts: (ctx) => listReceipts(ctx, { publicKey: PROOF_DONOR.publicKey }),
  setNickname: async (ctx, { signer = new TestDonor() }, at, id) => {
    await at.server.context().em.nativeUpdate(Proof, id, { donorKey: PROOF_DONOR.publicKey });
    const change = signer.nickname(at.server, 'Ada', new Date(), PROOF_DONOR.publicKey);
    await setNickname(ctx, { ...change, donor: { ...change.donor, publicKey: PROOF_DONOR.publicKey } });
  },
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
  failureReports: async (ctx, _caller, at) => {
    const { em } = at.server.context();
    const report = { code: 'PROGRAM_PANICKED', counts: true, message: null, createdAt: new Date() } as const;
    const about = { inputGroup: at.groups.a.id, program: at.program.id, addressHash: clientKey() };
    await em.insert(FailureReport, { id: clientKey().slice(0, 36), ...about, ...report });
    const { nodes } = await listFailureReports(ctx, { programId: at.program.id });
    if (nodes.length === 0) throw Object.assign(new Error('none'), { code: 'none' });
  },
  proofSubmitted: (ctx, _caller, { program }) => {
    const after = makeCursor(firstIdAt(new Date(0)));
    return firstTold(followProofs(ctx, { programId: program.id, after }));
  },
  confirmProofs: async (ctx, _caller, _world, id) => decided(await confirmProofs(ctx, { proofIds: [id] })),
  rejectProofs: async (ctx, _caller, _world, id) =>
    decided(await rejectProofs(ctx, { proofIds: [id], reason: 'No' })),
  beginUpload: (ctx, { token }) =>
    beginUpload(ctx, { token, kind: 'EXECUTION', size: 1, sha256: sha256('x') }),
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
