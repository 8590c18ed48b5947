/**
 * Who may call what.
 * - `public`: anyone.
 * - `owner`: an organization with a session, for what is its own; what belongs to another answers as if it did not exist.
 * - `reservation`: whoever shows the token of a reservation, for that reservation.
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
  serverInfo: 'public',
  me: 'public',
  reserveInputGroup: 'public',
  submitProof: 'public',
  uploadProgram: 'owner',
  uploadInputGroups: 'owner',
  proof: 'owner',
  proofs: 'owner',
  confirmProofs: 'owner',
  rejectProofs: 'owner',
  reservation: 'reservation',
  reservationUpdated: 'reservation',
  renewReservation: 'reservation',
  releaseReservation: 'reservation',
  reportFailure: 'reservation',
  submitExecution: 'reservation',
} as const;

/** An operation's name, the same in every face. */
export type OperationName = keyof typeof ACCESS;
export type AccessLevel = (typeof ACCESS)[OperationName];

/** The names of the operations that one kind of caller may call. */
export type OperationsFor<Level extends AccessLevel> = {
  [Name in OperationName]: (typeof ACCESS)[Name] extends Level ? Name : never;
}[OperationName];
