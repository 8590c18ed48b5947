/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A file that you are going to send. */
export type BeginUploadInput = {
  /** EXECUTION: the reservation must be live. PROOF: also after it ended, while the group has none. */
  kind: UploadKind;
  /** SHA-256 of the file: 64 hex digits in lower case. */
  sha256: string;
  /** Bytes of the file (an integer). */
  size: number;
  /** Of your reservation. */
  token: string;
};

/** How an input group is handed to the program. */
export type Calldata =
  /** As one `Array<felt252>`. */
  | 'ARRAY'
  /** Value by value, as they stand in the file. */
  | 'RAW';

/** A donor's key and its signature. What is signed, byte by byte: `docs/credit.md`. */
export type DonorSignatureInput = {
  /** Ed25519 public key: 64 hex digits in lower case. */
  publicKey: string;
  /** 128 hex digits in lower case. */
  signature: string;
};

/** Why a piece of work is given up. */
export type FailureCode =
  /** It needs more memory than this donor allows; does not count against the group. When three donors say so of an execution that they reserved to prove, it is made anew, once. */
  | 'MEMORY_LIMIT'
  /** The virtual machine refused the run. */
  | 'PROGRAM_FAILED'
  /** The program panicked: there is no result to prove. */
  | 'PROGRAM_PANICKED'
  /** It took more steps than the program declares or the prover takes. */
  | 'STEP_LIMIT'
  /** It took longer than this donor allows; says nothing of the program, so it does not count against the group. */
  | 'TIME_LIMIT'
  /** The trace does not fit the largest table that can be proven. */
  | 'TRACE_TOO_LARGE';

/** How a proof is bound to the input it was made for. */
export type InputBinding =
  /** The output starts with the input itself. */
  | 'ECHO'
  /** Not bound: a proof says nothing of the input (UNBOUND). */
  | 'NONE'
  /** The first output is the Poseidon hash of the whole input. */
  | 'POSEIDON';

/** Where an input group stands in its life. */
export type InputGroupState =
  /** Free to be executed. */
  | 'AVAILABLE'
  /** The organization has confirmed the proof. */
  | 'CONFIRMED'
  /** Executed and free to be proven. */
  | 'EXECUTED'
  /** Three different donors reported that it cannot be proven. */
  | 'FAILED'
  /** A verified proof waits for the organization. */
  | 'PROVEN'
  /** A donor holds a live reservation. */
  | 'RESERVED';

/** Where a proof stands. */
export type ProofState =
  /** The organization has taken it. */
  | 'CONFIRMED'
  /** The organization refused it and said why. */
  | 'REJECTED'
  /** Verified by the server; waits for the organization. */
  | 'SUBMITTED';

/** An execution that cannot be proven. */
export type ReportBadExecutionInput = {
  /** What is wrong with it: at most 500 characters. */
  message?: string | null | undefined;
  /** Of a live reservation to PROVE. */
  token: string;
};

/** Work that cannot be done. */
export type ReportFailureInput = {
  /** What happened. */
  code: FailureCode;
  /** Details for the organization: at most 500 characters. */
  message?: string | null | undefined;
  /** Of a live reservation. */
  token: string;
};

/** Where a reservation stands; all but LIVE are final. */
export type ReservationState =
  /** The input group or its program was deleted. */
  | 'CANCELLED'
  /** The holder handed in what was reserved. */
  | 'COMPLETED'
  /** The deadline passed. */
  | 'EXPIRED'
  /** The holder reported that the work cannot be done. */
  | 'FAILED'
  /** The holder works; the deadline has not passed. */
  | 'LIVE'
  /** The holder gave it back. */
  | 'RELEASED'
  /** Another donor's valid proof came first. */
  | 'SUPERSEDED';

/** What you want to work on. */
export type ReserveInput = {
  /** 16 to 128 random characters: the same key reads the same reservation again, so an answer that was lost is not made twice; until thirty days after its deadline. Keep it as secret as the token. */
  clientKey: string;
  /** What you will do. */
  kind: WorkKind;
  /** Only programs of this organization. */
  organizationId?: string | number | null | undefined;
  /** Only this program; any when left out. */
  programId?: string | number | null | undefined;
};

/** What a donor wants to be called. */
export type SetNicknameInput = {
  /** Now: of two changes the later one holds. At most ten minutes ahead of the server. */
  at: string;
  /** Over server, key, nickname and moment. */
  donor: DonorSignatureInput;
  /** 1 to 40 characters in NFKC, without blanks at the ends; empty for none. */
  nickname: string;
};

/** An execution to hand in. */
export type SubmitExecutionInput = {
  /** The file that `cairn-prover execute` wrote; or leave it out and name an upload. */
  execution?: Blob | null | undefined;
  /** Of a live reservation. */
  token: string;
  /** Of a complete upload that this reservation began by `beginUpload`, in place of the file. */
  uploadId?: string | number | null | undefined;
};

/** A proof to hand in. */
export type SubmitProofInput = {
  /** Over server, input group and SHA-256 of the file: who gets the credit. Nobody does without it. */
  donor?: DonorSignatureInput | null | undefined;
  /** The input group that was proven. */
  inputGroupId: string | number;
  /** The file that `cairn-prover prove` wrote; or leave it out and name an upload. */
  proof?: Blob | null | undefined;
  /** Seconds that proving took; shown, not checked. */
  proveSeconds?: number | null | undefined;
  /** Of your reservation; the first valid proof is taken with or without one. */
  token?: string | null | undefined;
  /** Of a complete upload that the reservation of this token began by `beginUpload`, in place of the file. */
  uploadId?: string | number | null | undefined;
};

/** What an upload is to be handed in as. */
export type UploadKind =
  /** By `submitExecution`. */
  | 'EXECUTION'
  /** By `submitProof`. */
  | 'PROOF';

/** What an input group is reserved for. */
export type WorkKind =
  /** Run the program and hand in the execution; another donor proves it. */
  | 'EXECUTE'
  /** Run the program and prove the run. */
  | 'EXECUTE_AND_PROVE'
  /** Prove another donor's execution. */
  | 'PROVE';

export type ProgramBasicsFragment = { id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } };

export type ReceiptFactsFragment = { server: string, donor: string, programHash: string, inputCommitment: string, inputBinding: InputBinding, outputHash: string, proofHash: string, provenRows: number, organizationId: string, organization: string, confirmedAt: string, signature: string };

export type StandingFragment = { publicKey: string, nickname: string | null, provenRows: number, proofs: number, rankedRows: number, waitingProofs: number, waitingRows: number, place: number | null };

export type ServerKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerKeysQuery = { serverInfo: { receiptKeys: Array<{ publicKey: string, handover: string | null }> } };

export type StandingQueryVariables = Exact<{
  publicKey: string;
  programId?: string | number | null | undefined;
}>;


export type StandingQuery = { donor: { publicKey: string, nickname: string | null, provenRows: number, proofs: number, rankedRows: number, waitingProofs: number, waitingRows: number, place: number | null } };

export type LeaderboardQueryVariables = Exact<{
  programId?: string | number | null | undefined;
  first: number;
}>;


export type LeaderboardQuery = { leaderboard: Array<{ place: number, publicKey: string, nickname: string | null, provenRows: number, proofs: number }> };

export type ReceiptsQueryVariables = Exact<{
  publicKey: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ReceiptsQuery = { receipts: { nodes: Array<{ server: string, donor: string, programHash: string, inputCommitment: string, inputBinding: InputBinding, outputHash: string, proofHash: string, provenRows: number, organizationId: string, organization: string, confirmedAt: string, signature: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SetNicknameMutationVariables = Exact<{
  input: SetNicknameInput;
}>;


export type SetNicknameMutation = { setNickname: { publicKey: string, nickname: string | null, provenRows: number, proofs: number, rankedRows: number, waitingProofs: number, waitingRows: number, place: number | null } };

export type BrowseOrganizationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BrowseOrganizationsQuery = { organizations: { nodes: Array<{ id: string, name: string, description: string, programCount: number, decisions: { confirmed: number, rejected: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BrowseProgramsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  organizationId?: string | number | null | undefined;
}>;


export type BrowseProgramsQuery = { programs: { nodes: Array<{ expectedSteps: number | null, maxSteps: number | null, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, decisions: { confirmed: number, rejected: number }, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BrowseReadmeQueryVariables = Exact<{
  id: string | number;
}>;


export type BrowseReadmeQuery = { program: { id: string, readme: string | null } | null };

export type PieceStandingQueryVariables = Exact<{
  id: string | number;
}>;


export type PieceStandingQuery = { inputGroup: { id: string, state: InputGroupState, confirmedAt: string | null, proof: { id: string, sha256: string, state: ProofState } | null, rejections: Array<{ proofSha256: string, reason: string, rejectedAt: string }> } | null };

export type GroupUpdatesSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type GroupUpdatesSubscription = { inputGroupUpdated: { id: string, state: InputGroupState } };

export type ProgramNameQueryVariables = Exact<{
  id: string | number;
}>;


export type ProgramNameQuery = { program: { id: string, name: string, decisions: { confirmed: number, rejected: number }, organization: { id: string, name: string } } | null };

export type OrganizationNameQueryVariables = Exact<{
  id: string | number;
}>;


export type OrganizationNameQuery = { organization: { id: string, name: string, decisions: { confirmed: number, rejected: number } } | null };

export type WorkProgramFragment = { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string, decisions: { confirmed: number, rejected: number } } };

export type WorkReservationFragment = { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string, decisions: { confirmed: number, rejected: number } } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } };

export type ReservationOfQueryVariables = Exact<{
  token: string;
}>;


export type ReservationOfQuery = { reservation: { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string, decisions: { confirmed: number, rejected: number } } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } } | null };

export type GroupStateQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupStateQuery = { inputGroup: { id: string, state: InputGroupState } | null };

export type ProgramsWithWorkQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  organizationId?: string | number | null | undefined;
}>;


export type ProgramsWithWorkQuery = { programs: { nodes: Array<{ id: string, organization: { id: string }, groupCounts: { available: number, executed: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReserveMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveMutation = { reserveInputGroup: { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string, decisions: { confirmed: number, rejected: number } } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } } };

export type RenewMutationVariables = Exact<{
  token: string;
}>;


export type RenewMutation = { renewReservation: { id: string, state: ReservationState, expiresAt: string } };

export type ReleaseMutationVariables = Exact<{
  token: string;
}>;


export type ReleaseMutation = { releaseReservation: { id: string, state: ReservationState } };

export type ReportFailureMutationVariables = Exact<{
  input: ReportFailureInput;
}>;


export type ReportFailureMutation = { reportFailure: { id: string, state: ReservationState } };

export type ReportBadExecutionMutationVariables = Exact<{
  input: ReportBadExecutionInput;
}>;


export type ReportBadExecutionMutation = { reportBadExecution: { id: string, state: ReservationState } };

export type BeginUploadMutationVariables = Exact<{
  input: BeginUploadInput;
}>;


export type BeginUploadMutation = { beginUpload: { id: string, offset: number, complete: boolean, beingSent: boolean, url: string | null } };

export type SubmitExecutionMutationVariables = Exact<{
  input: SubmitExecutionInput;
}>;


export type SubmitExecutionMutation = { submitExecution: { id: string, state: InputGroupState } };

export type SubmitProofMutationVariables = Exact<{
  input: SubmitProofInput;
}>;


export type SubmitProofMutation = { submitProof: { id: string, state: ProofState, sha256: string, bound: boolean } };

export type ReservationUpdatesSubscriptionVariables = Exact<{
  token: string;
}>;


export type ReservationUpdatesSubscription = { reservationUpdated: { id: string, state: ReservationState, expiresAt: string } };

export type ServerLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerLimitsQuery = { serverInfo: { version: string, maxExecutionBytes: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProgramBasicsFragmentDoc = new TypedDocumentString(`
    fragment ProgramBasics on Program {
  id
  name
  description
  inputBinding
  createdAt
  groupCounts {
    available
    reserved
    executed
    proven
    confirmed
    failed
    total
  }
}
    `, {"fragmentName":"ProgramBasics"}) as unknown as TypedDocumentString<ProgramBasicsFragment, unknown>;
export const ReceiptFactsFragmentDoc = new TypedDocumentString(`
    fragment ReceiptFacts on Receipt {
  server
  donor
  programHash
  inputCommitment
  inputBinding
  outputHash
  proofHash
  provenRows
  organizationId
  organization
  confirmedAt
  signature
}
    `, {"fragmentName":"ReceiptFacts"}) as unknown as TypedDocumentString<ReceiptFactsFragment, unknown>;
export const StandingFragmentDoc = new TypedDocumentString(`
    fragment Standing on DonorStanding {
  publicKey
  nickname
  provenRows
  proofs
  rankedRows
  waitingProofs
  waitingRows
  place
}
    `, {"fragmentName":"Standing"}) as unknown as TypedDocumentString<StandingFragment, unknown>;
export const WorkProgramFragmentDoc = new TypedDocumentString(`
    fragment WorkProgram on Program {
  id
  name
  programHash
  inputBinding
  calldata
  expectedSteps
  maxSteps
  leaseSeconds
  executableUrl
  executableSha256
  organization {
    id
    name
    decisions {
      confirmed
      rejected
    }
  }
}
    `, {"fragmentName":"WorkProgram"}) as unknown as TypedDocumentString<WorkProgramFragment, unknown>;
export const WorkReservationFragmentDoc = new TypedDocumentString(`
    fragment WorkReservation on Reservation {
  id
  token
  kind
  state
  fencingNumber
  expiresAt
  inputGroup {
    id
    name
    state
    inputCommitment
    inputSha256
    inputUrl
    program {
      ...WorkProgram
    }
    execution {
      steps
      size
      sha256
      url
    }
  }
}
    fragment WorkProgram on Program {
  id
  name
  programHash
  inputBinding
  calldata
  expectedSteps
  maxSteps
  leaseSeconds
  executableUrl
  executableSha256
  organization {
    id
    name
    decisions {
      confirmed
      rejected
    }
  }
}`, {"fragmentName":"WorkReservation"}) as unknown as TypedDocumentString<WorkReservationFragment, unknown>;
export const ServerKeysDocument = new TypedDocumentString(`
    query ServerKeys {
  serverInfo {
    receiptKeys {
      publicKey
      handover
    }
  }
}
    `) as unknown as TypedDocumentString<ServerKeysQuery, ServerKeysQueryVariables>;
export const StandingDocument = new TypedDocumentString(`
    query Standing($publicKey: String!, $programId: ID) {
  donor(publicKey: $publicKey, programId: $programId) {
    ...Standing
  }
}
    fragment Standing on DonorStanding {
  publicKey
  nickname
  provenRows
  proofs
  rankedRows
  waitingProofs
  waitingRows
  place
}`) as unknown as TypedDocumentString<StandingQuery, StandingQueryVariables>;
export const LeaderboardDocument = new TypedDocumentString(`
    query Leaderboard($programId: ID, $first: Int!) {
  leaderboard(programId: $programId, first: $first) {
    place
    publicKey
    nickname
    provenRows
    proofs
  }
}
    `) as unknown as TypedDocumentString<LeaderboardQuery, LeaderboardQueryVariables>;
export const ReceiptsDocument = new TypedDocumentString(`
    query Receipts($publicKey: String!, $first: Int!, $after: String) {
  receipts(publicKey: $publicKey, first: $first, after: $after, order: NEWEST) {
    nodes {
      ...ReceiptFacts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReceiptFacts on Receipt {
  server
  donor
  programHash
  inputCommitment
  inputBinding
  outputHash
  proofHash
  provenRows
  organizationId
  organization
  confirmedAt
  signature
}`) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
export const SetNicknameDocument = new TypedDocumentString(`
    mutation SetNickname($input: SetNicknameInput!) {
  setNickname(input: $input) {
    ...Standing
  }
}
    fragment Standing on DonorStanding {
  publicKey
  nickname
  provenRows
  proofs
  rankedRows
  waitingProofs
  waitingRows
  place
}`) as unknown as TypedDocumentString<SetNicknameMutation, SetNicknameMutationVariables>;
export const BrowseOrganizationsDocument = new TypedDocumentString(`
    query BrowseOrganizations($first: Int!, $after: String) {
  organizations(first: $first, after: $after) {
    nodes {
      id
      name
      description
      programCount
      decisions {
        confirmed
        rejected
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BrowseOrganizationsQuery, BrowseOrganizationsQueryVariables>;
export const BrowseProgramsDocument = new TypedDocumentString(`
    query BrowsePrograms($first: Int!, $after: String, $organizationId: ID) {
  programs(first: $first, after: $after, organizationId: $organizationId) {
    nodes {
      ...ProgramBasics
      expectedSteps
      maxSteps
      decisions {
        confirmed
        rejected
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ProgramBasics on Program {
  id
  name
  description
  inputBinding
  createdAt
  groupCounts {
    available
    reserved
    executed
    proven
    confirmed
    failed
    total
  }
}`) as unknown as TypedDocumentString<BrowseProgramsQuery, BrowseProgramsQueryVariables>;
export const BrowseReadmeDocument = new TypedDocumentString(`
    query BrowseReadme($id: ID!) {
  program(id: $id) {
    id
    readme
  }
}
    `) as unknown as TypedDocumentString<BrowseReadmeQuery, BrowseReadmeQueryVariables>;
export const PieceStandingDocument = new TypedDocumentString(`
    query PieceStanding($id: ID!) {
  inputGroup(id: $id) {
    id
    state
    confirmedAt
    proof {
      id
      sha256
      state
    }
    rejections {
      proofSha256
      reason
      rejectedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PieceStandingQuery, PieceStandingQueryVariables>;
export const GroupUpdatesDocument = new TypedDocumentString(`
    subscription GroupUpdates($id: ID!) {
  inputGroupUpdated(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<GroupUpdatesSubscription, GroupUpdatesSubscriptionVariables>;
export const ProgramNameDocument = new TypedDocumentString(`
    query ProgramName($id: ID!) {
  program(id: $id) {
    id
    name
    decisions {
      confirmed
      rejected
    }
    organization {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ProgramNameQuery, ProgramNameQueryVariables>;
export const OrganizationNameDocument = new TypedDocumentString(`
    query OrganizationName($id: ID!) {
  organization(id: $id) {
    id
    name
    decisions {
      confirmed
      rejected
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationNameQuery, OrganizationNameQueryVariables>;
export const ReservationOfDocument = new TypedDocumentString(`
    query ReservationOf($token: String!) {
  reservation(token: $token) {
    ...WorkReservation
  }
}
    fragment WorkProgram on Program {
  id
  name
  programHash
  inputBinding
  calldata
  expectedSteps
  maxSteps
  leaseSeconds
  executableUrl
  executableSha256
  organization {
    id
    name
    decisions {
      confirmed
      rejected
    }
  }
}
fragment WorkReservation on Reservation {
  id
  token
  kind
  state
  fencingNumber
  expiresAt
  inputGroup {
    id
    name
    state
    inputCommitment
    inputSha256
    inputUrl
    program {
      ...WorkProgram
    }
    execution {
      steps
      size
      sha256
      url
    }
  }
}`) as unknown as TypedDocumentString<ReservationOfQuery, ReservationOfQueryVariables>;
export const GroupStateDocument = new TypedDocumentString(`
    query GroupState($id: ID!) {
  inputGroup(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<GroupStateQuery, GroupStateQueryVariables>;
export const ProgramsWithWorkDocument = new TypedDocumentString(`
    query ProgramsWithWork($first: Int!, $after: String, $organizationId: ID) {
  programs(first: $first, after: $after, organizationId: $organizationId) {
    nodes {
      id
      organization {
        id
      }
      groupCounts {
        available
        executed
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ProgramsWithWorkQuery, ProgramsWithWorkQueryVariables>;
export const ReserveDocument = new TypedDocumentString(`
    mutation Reserve($input: ReserveInput!) {
  reserveInputGroup(input: $input) {
    ...WorkReservation
  }
}
    fragment WorkProgram on Program {
  id
  name
  programHash
  inputBinding
  calldata
  expectedSteps
  maxSteps
  leaseSeconds
  executableUrl
  executableSha256
  organization {
    id
    name
    decisions {
      confirmed
      rejected
    }
  }
}
fragment WorkReservation on Reservation {
  id
  token
  kind
  state
  fencingNumber
  expiresAt
  inputGroup {
    id
    name
    state
    inputCommitment
    inputSha256
    inputUrl
    program {
      ...WorkProgram
    }
    execution {
      steps
      size
      sha256
      url
    }
  }
}`) as unknown as TypedDocumentString<ReserveMutation, ReserveMutationVariables>;
export const RenewDocument = new TypedDocumentString(`
    mutation Renew($token: String!) {
  renewReservation(token: $token) {
    id
    state
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RenewMutation, RenewMutationVariables>;
export const ReleaseDocument = new TypedDocumentString(`
    mutation Release($token: String!) {
  releaseReservation(token: $token) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReleaseMutation, ReleaseMutationVariables>;
export const ReportFailureDocument = new TypedDocumentString(`
    mutation ReportFailure($input: ReportFailureInput!) {
  reportFailure(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReportFailureMutation, ReportFailureMutationVariables>;
export const ReportBadExecutionDocument = new TypedDocumentString(`
    mutation ReportBadExecution($input: ReportBadExecutionInput!) {
  reportBadExecution(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReportBadExecutionMutation, ReportBadExecutionMutationVariables>;
export const BeginUploadDocument = new TypedDocumentString(`
    mutation BeginUpload($input: BeginUploadInput!) {
  beginUpload(input: $input) {
    id
    offset
    complete
    beingSent
    url
  }
}
    `) as unknown as TypedDocumentString<BeginUploadMutation, BeginUploadMutationVariables>;
export const SubmitExecutionDocument = new TypedDocumentString(`
    mutation SubmitExecution($input: SubmitExecutionInput!) {
  submitExecution(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SubmitExecutionMutation, SubmitExecutionMutationVariables>;
export const SubmitProofDocument = new TypedDocumentString(`
    mutation SubmitProof($input: SubmitProofInput!) {
  submitProof(input: $input) {
    id
    state
    sha256
    bound
  }
}
    `) as unknown as TypedDocumentString<SubmitProofMutation, SubmitProofMutationVariables>;
export const ReservationUpdatesDocument = new TypedDocumentString(`
    subscription ReservationUpdates($token: String!) {
  reservationUpdated(token: $token) {
    id
    state
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ReservationUpdatesSubscription, ReservationUpdatesSubscriptionVariables>;
export const ServerLimitsDocument = new TypedDocumentString(`
    query ServerLimits {
  serverInfo {
    version
    maxExecutionBytes
  }
}
    `) as unknown as TypedDocumentString<ServerLimitsQuery, ServerLimitsQueryVariables>;