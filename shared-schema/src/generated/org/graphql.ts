/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A new webhook. */
export type AddWebhookInput = {
  /** What it is told of: at least one. */
  events: Array<WebhookEvent>;
  /** An https URL that the whole internet can reach. */
  url: string;
};

/** How an input group is handed to the program. */
export type Calldata =
  /** As one `Array<felt252>`. */
  | 'ARRAY'
  /** Value by value, as they stand in the file. */
  | 'RAW';

/** Another password for the account of the session. */
export type ChangePasswordInput = {
  /** The password so far: a session alone does not suffice. */
  currentPassword: string;
  /** 8 to 1024 characters. */
  newPassword: string;
};

/** Proofs to take as results. */
export type ConfirmProofsInput = {
  /** Whether the server keeps the files; it does not when left out. */
  keepProof?: boolean | null | undefined;
  /** 1 to 500 of your proofs. */
  proofIds: Array<string | number>;
};

/** A token for a script. */
export type CreateApiTokenInput = {
  /** 1 to 366; 90 when left out. */
  expiresInDays?: number | null | undefined;
  /** What it is for: 1 to 100 characters. */
  name: string;
  /** What it allows: at least one. */
  scopes: Array<Scope>;
};

/** The account of the session, to be deleted. */
export type DeleteAccountInput = {
  /** True only answers what would be lost; nothing is deleted. */
  dryRun?: boolean | null | undefined;
  /** A session alone does not suffice. */
  password: string;
};

/** What was delivered. */
export type DeliveryEvent =
  /** No input group of a program is left to work on: each has a verified proof, or was given up. It comes again when the program is taken up and finished again. */
  | 'PROGRAM_FINISHED'
  /** A proof was verified and waits for your decision. */
  | 'PROOF_VERIFIED'
  /** You asked for it with `testWebhook`. */
  | 'TEST';

/** Where a delivery stands. */
export type DeliveryState =
  /** It was answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It was given up after the last attempt. */
  | 'FAILED'
  /** It is sent at `nextAttemptAt`, or is being sent. */
  | 'WAITING';

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

/** One input group to add. */
export type InputGroupUpload = {
  /** CSV, UTF-8: values decimal, negative, `0x` hex or short strings in single quotes; `#` comments; rows are joined in order; at most 2^20 values. */
  file: Blob;
  /** 1 to 100 characters. */
  name: string;
};

/** Who logs in. */
export type LoginInput = {
  /** As registered. */
  password: string;
  /** As registered, compared without case. */
  username: string;
};

/** Where a proof stands. */
export type ProofState =
  /** The organization has taken it. */
  | 'CONFIRMED'
  /** The organization refused it and said why. */
  | 'REJECTED'
  /** Verified by the server; waits for the organization. */
  | 'SUBMITTED';

/** A new account. */
export type RegisterInput = {
  /** What the organization does; may be empty, at most 2000 characters. */
  description: string;
  /** Public name of the organization: 1 to 100 characters. */
  name: string;
  /** 8 to 1024 characters. */
  password: string;
  /** For logging in: 1 to 100 characters, unique without case. Never shown. */
  username: string;
};

/** Proofs to refuse. */
export type RejectProofsInput = {
  /** 1 to 500 of your proofs. */
  proofIds: Array<string | number>;
  /** Shown to donors: 1 to 500 characters. */
  reason: string;
};

/** What a donor reported of an input group. */
export type ReportCode =
  /** The execution that another donor handed in cannot be proven. */
  | 'BAD_EXECUTION'
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

/** What an API token allows. A session allows everything. */
export type Scope =
  /** `inputs:write`: add, retry and delete input groups. */
  | 'INPUTS_WRITE'
  /** `programs:write`: publish, change and delete programs. */
  | 'PROGRAMS_WRITE'
  /** `proofs:decide`: confirm and reject proofs. */
  | 'PROOFS_DECIDE'
  /** `proofs:read`: read your own proofs, rejections and input groups, and download their files. */
  | 'PROOFS_READ';

/** Many input groups to add to a program, in one file. */
export type UploadInputArchiveInput = {
  /** A `.tar` (gzip allowed) of at most 10,000 CSV files, in whatever folders. Each becomes an input group, named for the file without `.csv` and without its folders. */
  archive: Blob;
  /** One of your own programs. */
  programId: string | number;
};

/** Input groups to add to a program. */
export type UploadInputGroupsInput = {
  /** 1 to 100 of them; all are added or none. */
  groups: Array<InputGroupUpload>;
  /** One of your own programs. */
  programId: string | number;
};

/** A program to publish. */
export type UploadProgramInput = {
  /** A `.tar` (gzip allowed) of a Cairo package: `Scarb.toml`, `src/`, `README.md`, and the built executable where it has dependencies that the server does not fetch. */
  archive: Blob;
  /** What the program computes; may be empty, at most 2000 characters. */
  description: string;
  /** How long a reservation lasts: 60 s to 30 days (2592000 s). */
  leaseSeconds: number;
  /** 1 to 100 characters, unique within the organization without case. */
  name: string;
};

/** What a webhook can be told of. */
export type WebhookEvent =
  /** No input group of a program is left to work on: each has a verified proof, or was given up. It comes again when the program is taken up and finished again. */
  | 'PROGRAM_FINISHED'
  /** A proof was verified and waits for your decision. */
  | 'PROOF_VERIFIED';

export type ProgramBasicsFragment = { id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } };

export type ReceiptFactsFragment = { server: string, donor: string, programHash: string, inputCommitment: string, inputBinding: InputBinding, outputHash: string, proofHash: string, provenRows: number, organizationId: string, organization: string, confirmedAt: string, signature: string };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: number };

export type LiveSessionFactsFragment = { id: string, current: boolean, sameNetwork: boolean | null, createdAt: string, lastUsedAt: string | null, expiresAt: string };

export type LiveSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveSessionsQuery = { sessions: Array<{ id: string, current: boolean, sameNetwork: boolean | null, createdAt: string, lastUsedAt: string | null, expiresAt: string }> };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession: string };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions: number };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { login: { basicToken: { id: string, token: string, expiresAt: string }, refreshToken: { id: string, token: string, expiresAt: string }, organization: { id: string, name: string } } };

export type LogoutMutationVariables = Exact<{
  refreshTokenId: string | number;
}>;


export type LogoutMutation = { logout: string };

export type RefreshSessionMutationVariables = Exact<{
  refreshToken: string;
}>;


export type RefreshSessionMutation = { refreshToken: { id: string, token: string, expiresAt: string } };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { basicToken: { id: string, token: string, expiresAt: string }, refreshToken: { id: string, token: string, expiresAt: string }, organization: { id: string, name: string } } };

export type TokenFactsFragment = { id: string, token: string, expiresAt: string };

export type SessionFactsFragment = { basicToken: { id: string, token: string, expiresAt: string }, refreshToken: { id: string, token: string, expiresAt: string }, organization: { id: string, name: string } };

export type ConfirmedDonorsQueryVariables = Exact<{
  programId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type ConfirmedDonorsQuery = { proofs: { nodes: Array<{ sha256: string, donorKey: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DonorReceiptsQueryVariables = Exact<{
  publicKey: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DonorReceiptsQuery = { receipts: { nodes: Array<{ server: string, donor: string, programHash: string, inputCommitment: string, inputBinding: InputBinding, outputHash: string, proofHash: string, provenRows: number, organizationId: string, organization: string, confirmedAt: string, signature: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConfirmProofsMutationVariables = Exact<{
  input: ConfirmProofsInput;
}>;


export type ConfirmProofsMutation = { confirmProofs: Array<{ proofId: string, proof: { id: string, state: ProofState } | null, error: { code: string, message: string } | null }> };

export type RejectProofsMutationVariables = Exact<{
  input: RejectProofsInput;
}>;


export type RejectProofsMutation = { rejectProofs: Array<{ proofId: string, proof: { id: string, state: ProofState } | null, error: { code: string, message: string } | null }> };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { deleteAccount: { deleted: boolean, programs: number, inputGroups: number, waitingProofs: number, confirmedProofs: number, liveReservations: number } };

export type DeleteInputGroupsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type DeleteInputGroupsMutation = { deleteInputGroups: Array<string> };

export type DeleteProgramMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteProgramMutation = { deleteProgram: string };

export type FailureReportsQueryVariables = Exact<{
  programId?: string | number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FailureReportsQuery = { failureReports: { nodes: Array<{ id: string, code: ReportCode, counts: boolean, message: string | null, createdAt: string, inputGroup: { id: string, name: string, state: InputGroupState, program: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InputGroupsQueryVariables = Exact<{
  programId: string | number;
  state?: InputGroupState | null | undefined;
  namePrefix?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type InputGroupsQuery = { inputGroups: { nodes: Array<{ id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, valueCount: number, attempts: number, provenAt: string | null, confirmedAt: string | null, rejections: Array<{ reason: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UploadInputArchiveMutationVariables = Exact<{
  input: UploadInputArchiveInput;
}>;


export type UploadInputArchiveMutation = { uploadInputArchive: { ids: Array<string>, inputCommitments: Array<string> } };

export type UploadInputGroupsMutationVariables = Exact<{
  input: UploadInputGroupsInput;
}>;


export type UploadInputGroupsMutation = { uploadInputGroups: Array<{ id: string, name: string, inputCommitment: string, inputSha256: string }> };

export type OwnProgramsQueryVariables = Exact<{
  organizationId: string | number;
  namePrefix?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OwnProgramsQuery = { programs: { nodes: Array<{ programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, decisions: { rejected: number }, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProgramByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ProgramByIdQuery = { program: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } | null };

export type ProgramFactsFragment = { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } };

export type ServerLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerLimitsQuery = { serverInfo: { maxArchiveBytes: number, maxInputBytes: number, maxInputArchiveBytes: number, maxProofBytes: number, maxPageSize: number } };

export type UploadProgramMutationVariables = Exact<{
  input: UploadProgramInput;
}>;


export type UploadProgramMutation = { uploadProgram: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } };

export type ProofByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ProofByIdQuery = { proof: { proveSeconds: number | null, id: string, state: ProofState, sha256: string, size: number, programHash: string, inputCommitment: string, inputBinding: InputBinding, bound: boolean, output: Array<string>, steps: number, provenRows: number, securityBits: number, donorKey: string | null, submittedAt: string, decidedAt: string | null, url: string | null, inputGroup: { id: string, name: string, inputUrl: string | null, inputSha256: string, valueCount: number, rejections: Array<{ proofSha256: string, reason: string, rejectedAt: string }>, program: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } } } | null };

export type ProofFactsFragment = { id: string, state: ProofState, sha256: string, size: number, programHash: string, inputCommitment: string, inputBinding: InputBinding, bound: boolean, output: Array<string>, steps: number, provenRows: number, securityBits: number, donorKey: string | null, submittedAt: string, decidedAt: string | null, url: string | null, inputGroup: { id: string, name: string, inputUrl: string | null, inputSha256: string, valueCount: number, program: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } } };

export type ProofsQueryVariables = Exact<{
  programId?: string | number | null | undefined;
  state?: ProofState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ProofsQuery = { proofs: { totalCount: number, nodes: Array<{ id: string, state: ProofState, sha256: string, size: number, programHash: string, inputCommitment: string, inputBinding: InputBinding, bound: boolean, output: Array<string>, steps: number, provenRows: number, securityBits: number, donorKey: string | null, submittedAt: string, decidedAt: string | null, url: string | null, inputGroup: { id: string, name: string, inputUrl: string | null, inputSha256: string, valueCount: number, program: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProofSubmittedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ProofSubmittedSubscription = { proofSubmitted: { node: { id: string, inputGroup: { id: string, program: { id: string } } } } };

export type ProgramPulseQueryVariables = Exact<{
  programId: string | number;
}>;


export type ProgramPulseQuery = { proofs: { nodes: Array<{ submittedAt: string }> } };

export type ServerGreetingQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerGreetingQuery = { serverInfo: { version: string, registrationOpen: boolean } };

export type ApiTokenFactsFragment = { id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string, lastUsedAt: string | null };

export type ApiTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiTokensQuery = { apiTokens: Array<{ id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string, lastUsedAt: string | null }> };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { token: string, apiToken: { id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string, lastUsedAt: string | null } } };

export type RevokeApiTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: string };

export type WatchProofsSubscriptionVariables = Exact<{
  programId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type WatchProofsSubscription = { proofSubmitted: { cursor: string, node: { id: string, state: ProofState, sha256: string, size: number, programHash: string, inputCommitment: string, inputBinding: InputBinding, bound: boolean, output: Array<string>, steps: number, provenRows: number, securityBits: number, donorKey: string | null, submittedAt: string, decidedAt: string | null, url: string | null, inputGroup: { id: string, name: string, inputUrl: string | null, inputSha256: string, valueCount: number, program: { programHash: string, calldata: Calldata, leaseSeconds: number, executableUrl: string, executableSha256: string, id: string, name: string, description: string, inputBinding: InputBinding, createdAt: string, organization: { id: string, name: string }, outputs: Array<{ name: string, type: string }>, groupCounts: { available: number, reserved: number, executed: number, proven: number, confirmed: number, failed: number, total: number } } } } } };

export type WebhookFactsFragment = { id: string, url: string, events: Array<WebhookEvent>, createdAt: string };

export type DeliveryFactsFragment = { id: string, event: DeliveryEvent, state: DeliveryState, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { webhooks: Array<{ id: string, url: string, events: Array<WebhookEvent>, createdAt: string }> };

export type WebhookDeliveriesQueryVariables = Exact<{
  webhookId: string | number;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: Array<{ id: string, event: DeliveryEvent, state: DeliveryState, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null }> };

export type AddWebhookMutationVariables = Exact<{
  input: AddWebhookInput;
}>;


export type AddWebhookMutation = { addWebhook: { secret: string, webhook: { id: string, url: string, events: Array<WebhookEvent>, createdAt: string } } };

export type RemoveWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveWebhookMutation = { removeWebhook: string };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string | number;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, webhook: { id: string, url: string, events: Array<WebhookEvent>, createdAt: string } } };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { testWebhook: { id: string, event: DeliveryEvent, state: DeliveryState, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null } };

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
export const LiveSessionFactsFragmentDoc = new TypedDocumentString(`
    fragment LiveSessionFacts on LiveSession {
  id
  current
  sameNetwork
  createdAt
  lastUsedAt
  expiresAt
}
    `, {"fragmentName":"LiveSessionFacts"}) as unknown as TypedDocumentString<LiveSessionFactsFragment, unknown>;
export const TokenFactsFragmentDoc = new TypedDocumentString(`
    fragment TokenFacts on Token {
  id
  token
  expiresAt
}
    `, {"fragmentName":"TokenFacts"}) as unknown as TypedDocumentString<TokenFactsFragment, unknown>;
export const SessionFactsFragmentDoc = new TypedDocumentString(`
    fragment SessionFacts on Session {
  basicToken {
    ...TokenFacts
  }
  refreshToken {
    ...TokenFacts
  }
  organization {
    id
    name
  }
}
    fragment TokenFacts on Token {
  id
  token
  expiresAt
}`, {"fragmentName":"SessionFacts"}) as unknown as TypedDocumentString<SessionFactsFragment, unknown>;
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
export const ProgramFactsFragmentDoc = new TypedDocumentString(`
    fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
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
}`, {"fragmentName":"ProgramFacts"}) as unknown as TypedDocumentString<ProgramFactsFragment, unknown>;
export const ProofFactsFragmentDoc = new TypedDocumentString(`
    fragment ProofFacts on Proof {
  id
  state
  sha256
  size
  programHash
  inputCommitment
  inputBinding
  bound
  output
  steps
  provenRows
  securityBits
  donorKey
  submittedAt
  decidedAt
  url
  inputGroup {
    id
    name
    inputUrl
    inputSha256
    valueCount
    program {
      ...ProgramFacts
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}`, {"fragmentName":"ProofFacts"}) as unknown as TypedDocumentString<ProofFactsFragment, unknown>;
export const ApiTokenFactsFragmentDoc = new TypedDocumentString(`
    fragment ApiTokenFacts on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}
    `, {"fragmentName":"ApiTokenFacts"}) as unknown as TypedDocumentString<ApiTokenFactsFragment, unknown>;
export const WebhookFactsFragmentDoc = new TypedDocumentString(`
    fragment WebhookFacts on Webhook {
  id
  url
  events
  createdAt
}
    `, {"fragmentName":"WebhookFacts"}) as unknown as TypedDocumentString<WebhookFactsFragment, unknown>;
export const DeliveryFactsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  attempts
  lastStatus
  lastError
  createdAt
  finishedAt
  nextAttemptAt
}
    `, {"fragmentName":"DeliveryFacts"}) as unknown as TypedDocumentString<DeliveryFactsFragment, unknown>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const LiveSessionsDocument = new TypedDocumentString(`
    query LiveSessions {
  sessions {
    ...LiveSessionFacts
  }
}
    fragment LiveSessionFacts on LiveSession {
  id
  current
  sameNetwork
  createdAt
  lastUsedAt
  expiresAt
}`) as unknown as TypedDocumentString<LiveSessionsQuery, LiveSessionsQueryVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = new TypedDocumentString(`
    mutation RevokeOtherSessions {
  revokeOtherSessions
}
    `) as unknown as TypedDocumentString<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    ...SessionFacts
  }
}
    fragment TokenFacts on Token {
  id
  token
  expiresAt
}
fragment SessionFacts on Session {
  basicToken {
    ...TokenFacts
  }
  refreshToken {
    ...TokenFacts
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const LogoutDocument = new TypedDocumentString(`
    mutation Logout($refreshTokenId: ID!) {
  logout(refreshTokenId: $refreshTokenId)
}
    `) as unknown as TypedDocumentString<LogoutMutation, LogoutMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession($refreshToken: String!) {
  refreshToken(refreshToken: $refreshToken) {
    ...TokenFacts
  }
}
    fragment TokenFacts on Token {
  id
  token
  expiresAt
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const RegisterDocument = new TypedDocumentString(`
    mutation Register($input: RegisterInput!) {
  register(input: $input) {
    ...SessionFacts
  }
}
    fragment TokenFacts on Token {
  id
  token
  expiresAt
}
fragment SessionFacts on Session {
  basicToken {
    ...TokenFacts
  }
  refreshToken {
    ...TokenFacts
  }
  organization {
    id
    name
  }
}`) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const ConfirmedDonorsDocument = new TypedDocumentString(`
    query ConfirmedDonors($programId: ID!, $first: Int!, $after: String) {
  proofs(programId: $programId, state: CONFIRMED, first: $first, after: $after) {
    nodes {
      sha256
      donorKey
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmedDonorsQuery, ConfirmedDonorsQueryVariables>;
export const DonorReceiptsDocument = new TypedDocumentString(`
    query DonorReceipts($publicKey: String!, $first: Int!, $after: String) {
  receipts(publicKey: $publicKey, order: NEWEST, first: $first, after: $after) {
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
}`) as unknown as TypedDocumentString<DonorReceiptsQuery, DonorReceiptsQueryVariables>;
export const ConfirmProofsDocument = new TypedDocumentString(`
    mutation ConfirmProofs($input: ConfirmProofsInput!) {
  confirmProofs(input: $input) {
    proofId
    proof {
      id
      state
    }
    error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmProofsMutation, ConfirmProofsMutationVariables>;
export const RejectProofsDocument = new TypedDocumentString(`
    mutation RejectProofs($input: RejectProofsInput!) {
  rejectProofs(input: $input) {
    proofId
    proof {
      id
      state
    }
    error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RejectProofsMutation, RejectProofsMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount($input: DeleteAccountInput!) {
  deleteAccount(input: $input) {
    deleted
    programs
    inputGroups
    waitingProofs
    confirmedProofs
    liveReservations
  }
}
    `) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const DeleteInputGroupsDocument = new TypedDocumentString(`
    mutation DeleteInputGroups($ids: [ID!]!) {
  deleteInputGroups(ids: $ids)
}
    `) as unknown as TypedDocumentString<DeleteInputGroupsMutation, DeleteInputGroupsMutationVariables>;
export const DeleteProgramDocument = new TypedDocumentString(`
    mutation DeleteProgram($id: ID!) {
  deleteProgram(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteProgramMutation, DeleteProgramMutationVariables>;
export const FailureReportsDocument = new TypedDocumentString(`
    query FailureReports($programId: ID, $first: Int!, $after: String) {
  failureReports(programId: $programId, first: $first, after: $after) {
    nodes {
      id
      code
      counts
      message
      createdAt
      inputGroup {
        id
        name
        state
        program {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FailureReportsQuery, FailureReportsQueryVariables>;
export const InputGroupsDocument = new TypedDocumentString(`
    query InputGroups($programId: ID!, $state: InputGroupState, $namePrefix: String, $first: Int!, $after: String) {
  inputGroups(
    programId: $programId
    state: $state
    namePrefix: $namePrefix
    first: $first
    after: $after
  ) {
    nodes {
      id
      name
      state
      inputCommitment
      inputSha256
      valueCount
      attempts
      provenAt
      confirmedAt
      rejections {
        reason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<InputGroupsQuery, InputGroupsQueryVariables>;
export const UploadInputArchiveDocument = new TypedDocumentString(`
    mutation UploadInputArchive($input: UploadInputArchiveInput!) {
  uploadInputArchive(input: $input) {
    ids
    inputCommitments
  }
}
    `) as unknown as TypedDocumentString<UploadInputArchiveMutation, UploadInputArchiveMutationVariables>;
export const UploadInputGroupsDocument = new TypedDocumentString(`
    mutation UploadInputGroups($input: UploadInputGroupsInput!) {
  uploadInputGroups(input: $input) {
    id
    name
    inputCommitment
    inputSha256
  }
}
    `) as unknown as TypedDocumentString<UploadInputGroupsMutation, UploadInputGroupsMutationVariables>;
export const OwnProgramsDocument = new TypedDocumentString(`
    query OwnPrograms($organizationId: ID!, $namePrefix: String, $first: Int!, $after: String) {
  programs(
    organizationId: $organizationId
    namePrefix: $namePrefix
    first: $first
    after: $after
  ) {
    nodes {
      ...ProgramFacts
      decisions {
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}`) as unknown as TypedDocumentString<OwnProgramsQuery, OwnProgramsQueryVariables>;
export const ProgramByIdDocument = new TypedDocumentString(`
    query ProgramById($id: ID!) {
  program(id: $id) {
    ...ProgramFacts
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}`) as unknown as TypedDocumentString<ProgramByIdQuery, ProgramByIdQueryVariables>;
export const ServerLimitsDocument = new TypedDocumentString(`
    query ServerLimits {
  serverInfo {
    maxArchiveBytes
    maxInputBytes
    maxInputArchiveBytes
    maxProofBytes
    maxPageSize
  }
}
    `) as unknown as TypedDocumentString<ServerLimitsQuery, ServerLimitsQueryVariables>;
export const UploadProgramDocument = new TypedDocumentString(`
    mutation UploadProgram($input: UploadProgramInput!) {
  uploadProgram(input: $input) {
    ...ProgramFacts
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}`) as unknown as TypedDocumentString<UploadProgramMutation, UploadProgramMutationVariables>;
export const ProofByIdDocument = new TypedDocumentString(`
    query ProofById($id: ID!) {
  proof(id: $id) {
    ...ProofFacts
    proveSeconds
    inputGroup {
      rejections {
        proofSha256
        reason
        rejectedAt
      }
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}
fragment ProofFacts on Proof {
  id
  state
  sha256
  size
  programHash
  inputCommitment
  inputBinding
  bound
  output
  steps
  provenRows
  securityBits
  donorKey
  submittedAt
  decidedAt
  url
  inputGroup {
    id
    name
    inputUrl
    inputSha256
    valueCount
    program {
      ...ProgramFacts
    }
  }
}`) as unknown as TypedDocumentString<ProofByIdQuery, ProofByIdQueryVariables>;
export const ProofsDocument = new TypedDocumentString(`
    query Proofs($programId: ID, $state: ProofState, $first: Int!, $after: String) {
  proofs(programId: $programId, state: $state, first: $first, after: $after) {
    totalCount
    nodes {
      ...ProofFacts
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}
fragment ProofFacts on Proof {
  id
  state
  sha256
  size
  programHash
  inputCommitment
  inputBinding
  bound
  output
  steps
  provenRows
  securityBits
  donorKey
  submittedAt
  decidedAt
  url
  inputGroup {
    id
    name
    inputUrl
    inputSha256
    valueCount
    program {
      ...ProgramFacts
    }
  }
}`) as unknown as TypedDocumentString<ProofsQuery, ProofsQueryVariables>;
export const ProofSubmittedDocument = new TypedDocumentString(`
    subscription ProofSubmitted {
  proofSubmitted {
    node {
      id
      inputGroup {
        id
        program {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProofSubmittedSubscription, ProofSubmittedSubscriptionVariables>;
export const ProgramPulseDocument = new TypedDocumentString(`
    query ProgramPulse($programId: ID!) {
  proofs(programId: $programId, first: 50, order: NEWEST) {
    nodes {
      submittedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ProgramPulseQuery, ProgramPulseQueryVariables>;
export const ServerGreetingDocument = new TypedDocumentString(`
    query ServerGreeting {
  serverInfo {
    version
    registrationOpen
  }
}
    `) as unknown as TypedDocumentString<ServerGreetingQuery, ServerGreetingQueryVariables>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens {
  apiTokens {
    ...ApiTokenFacts
  }
}
    fragment ApiTokenFacts on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    token
    apiToken {
      ...ApiTokenFacts
    }
  }
}
    fragment ApiTokenFacts on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($id: ID!) {
  revokeApiToken(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const WatchProofsDocument = new TypedDocumentString(`
    subscription WatchProofs($programId: ID, $after: String) {
  proofSubmitted(programId: $programId, after: $after) {
    cursor
    node {
      ...ProofFacts
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
}
fragment ProgramFacts on Program {
  ...ProgramBasics
  organization {
    id
    name
  }
  programHash
  calldata
  outputs {
    name
    type
  }
  leaseSeconds
  executableUrl
  executableSha256
}
fragment ProofFacts on Proof {
  id
  state
  sha256
  size
  programHash
  inputCommitment
  inputBinding
  bound
  output
  steps
  provenRows
  securityBits
  donorKey
  submittedAt
  decidedAt
  url
  inputGroup {
    id
    name
    inputUrl
    inputSha256
    valueCount
    program {
      ...ProgramFacts
    }
  }
}`) as unknown as TypedDocumentString<WatchProofsSubscription, WatchProofsSubscriptionVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks {
  webhooks {
    ...WebhookFacts
  }
}
    fragment WebhookFacts on Webhook {
  id
  url
  events
  createdAt
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($webhookId: ID!) {
  webhookDeliveries(webhookId: $webhookId) {
    ...DeliveryFacts
  }
}
    fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  attempts
  lastStatus
  lastError
  createdAt
  finishedAt
  nextAttemptAt
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const AddWebhookDocument = new TypedDocumentString(`
    mutation AddWebhook($input: AddWebhookInput!) {
  addWebhook(input: $input) {
    secret
    webhook {
      ...WebhookFacts
    }
  }
}
    fragment WebhookFacts on Webhook {
  id
  url
  events
  createdAt
}`) as unknown as TypedDocumentString<AddWebhookMutation, AddWebhookMutationVariables>;
export const RemoveWebhookDocument = new TypedDocumentString(`
    mutation RemoveWebhook($id: ID!) {
  removeWebhook(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($id: ID!) {
  rotateWebhookSecret(id: $id) {
    secret
    webhook {
      ...WebhookFacts
    }
  }
}
    fragment WebhookFacts on Webhook {
  id
  url
  events
  createdAt
}`) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const TestWebhookDocument = new TypedDocumentString(`
    mutation TestWebhook($id: ID!) {
  testWebhook(id: $id) {
    ...DeliveryFacts
  }
}
    fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  attempts
  lastStatus
  lastError
  createdAt
  finishedAt
  nextAttemptAt
}`) as unknown as TypedDocumentString<TestWebhookMutation, TestWebhookMutationVariables>;