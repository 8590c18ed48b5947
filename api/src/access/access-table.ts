import type { Scope } from '../account/scopes.js';

/**
 * Who may call what.
 * - `public`: anyone.
 * - a scope (`programs:write`, `inputs:write`, `proofs:read`, `proofs:decide`): an organization with a session or with an
 *   API token of this scope, for what is its own; what belongs to another answers as if it did not exist.
 * - `session`: an organization with a session; no API token.
 * - `operator`: the operator's command on the server's own machine; no request is ever one.
 * - `reservation`: whoever shows the token of a reservation, for that reservation.
 * - `donor`: whoever has signed the request with a donor's key, for that donor.
 */
export const ACCESS = {
  register: 'public',
  login: 'public',
  refreshToken: 'public',
  organization: 'public',
  organizations: 'public',
  program: 'public',
  programs: 'public',
  inputGroup: 'public',
  inputGroups: 'public',
  inputGroupUpdated: 'public',
  workAvailable: 'public',
  serverInfo: 'public',
  me: 'public',
  logout: 'public',
  reserveInputGroup: 'public',
  submitProof: 'public',
  leaderboard: 'public',
  donor: 'public',
  receipts: 'public',
  uploadProgram: 'programs:write',
  updateProgram: 'programs:write',
  deleteProgram: 'programs:write',
  uploadInputGroups: 'inputs:write',
  uploadInputArchive: 'inputs:write',
  deleteInputGroups: 'inputs:write',
  retryInputGroup: 'inputs:write',
  proof: 'proofs:read',
  proofs: 'proofs:read',
  failureReports: 'proofs:read',
  proofSubmitted: 'proofs:read',
  confirmProofs: 'proofs:decide',
  rejectProofs: 'proofs:decide',
  changePassword: 'session',
  deleteAccount: 'session',
  sessions: 'session',
  revokeSession: 'session',
  revokeOtherSessions: 'session',
  createApiToken: 'session',
  apiTokens: 'session',
  revokeApiToken: 'session',
  webhooks: 'session',
  webhookDeliveries: 'session',
  addWebhook: 'session',
  testWebhook: 'session',
  rotateWebhookSecret: 'session',
  removeWebhook: 'session',
  suspendOrganization: 'operator',
  restoreOrganization: 'operator',
  setRegistration: 'operator',
  setQuotas: 'operator',
  organizationUsage: 'operator',
  reservation: 'reservation',
  reservationUpdated: 'reservation',
  renewReservation: 'reservation',
  releaseReservation: 'reservation',
  reportFailure: 'reservation',
  reportBadExecution: 'reservation',
  beginUpload: 'reservation',
  submitExecution: 'reservation',
  setNickname: 'donor',
} as const satisfies Record<string, 'public' | 'session' | 'operator' | 'reservation' | 'donor' | Scope>;

/** An operation's name, the same in every face. */
export type OperationName = keyof typeof ACCESS;
export type AccessLevel = (typeof ACCESS)[OperationName];

/** The levels at which an organization acts. */
export type OwnerLevel = 'session' | Scope;

/** The names of the operations that one kind of caller may call. */
export type OperationsFor<Level extends AccessLevel> = {
  [Name in OperationName]: (typeof ACCESS)[Name] extends Level ? Name : never;
}[OperationName];
