import { Scope } from '../../account/scopes.js';
import { ACCESS, type AccessLevel, type OperationName } from '../access-table.js';
import { type CallerKind, KINDS } from './callers.js';

/** `ok`, or an error's code. */
export type Outcome = string;
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
  donor: forAll('INVALID_REQUEST', { donor: 'ok' }),
  reservation: forAll('RESERVATION_NOT_FOUND', { holder: 'ok', 'dead token': 'INVALID_STATE' }),
};

/** Where the table's general answer has another form. */
const SPECIAL: Partial<Record<OperationName, Partial<Record<CallerKind, Outcome>>>> = {
  // What belongs to another answers as if it did not exist; making a program of one's own is nobody else's.
  uploadProgram: { other: 'ok' },
  changePassword: { other: 'ok' },
  deleteAccount: { other: 'ok' },
  sessions: { other: 'ok' },
  revokeSession: { other: 'INVALID_REQUEST' },
  revokeOtherSessions: { other: 'ok' },
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
  failureReports: { other: 'none' },
  proofSubmitted: { other: 'PROGRAM_NOT_FOUND' },
  confirmProofs: { other: 'PROOF_NOT_FOUND' },
  rejectProofs: { other: 'PROOF_NOT_FOUND' },
  // Queries answer null for a token that names nothing, and still show a reservation that has ended.
  reservation: forAll('null', { holder: 'ok', 'dead token': 'ok' }),
  reservationUpdated: { 'dead token': 'ok' },
};

/** What a kind of caller gets of an operation. */
export function expectedOutcome(name: OperationName, kind: CallerKind): Outcome {
  return SPECIAL[name]?.[kind] ?? EXPECTED[ACCESS[name]][kind];
}
