/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an input group is handed to the program. */
export type Calldata =
  /** As one `Array<felt252>`. */
  | 'ARRAY'
  /** Value by value, as they stand in the file. */
  | 'RAW';

/** Why a piece of work is given up. */
export type FailureCode =
  /** It needs more memory than this donor allows; does not count against the group. */
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
  /** 16 to 128 random characters: the same key reads the same reservation again, so an answer that was lost is not made twice. Keep it as secret as the token. */
  clientKey: string;
  /** What you will do. */
  kind: WorkKind;
  /** Only programs of this organization. */
  organizationId?: string | number | null | undefined;
  /** Only this program; any when left out. */
  programId?: string | number | null | undefined;
};

/** An execution to hand in. */
export type SubmitExecutionInput = {
  /** The file that `cairn-prover execute` wrote. */
  execution: Blob;
  /** Of a live reservation. */
  token: string;
};

/** A proof to hand in. */
export type SubmitProofInput = {
  /** The input group that was proven. */
  inputGroupId: string | number;
  /** The file that `cairn-prover prove` wrote. */
  proof: Blob;
  /** Seconds that proving took; shown, not checked. */
  proveSeconds?: number | null | undefined;
  /** Of your reservation; the first valid proof is taken with or without one. */
  token?: string | null | undefined;
};

/** What an input group is reserved for. */
export type WorkKind =
  /** Run the program and hand in the execution; another donor proves it. */
  | 'EXECUTE'
  /** Run the program and prove the run. */
  | 'EXECUTE_AND_PROVE'
  /** Prove another donor's execution. */
  | 'PROVE';

export type WorkProgramFragment = { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string } };

export type WorkReservationFragment = { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } };

export type ReservationOfQueryVariables = Exact<{
  token: string;
}>;


export type ReservationOfQuery = { reservation: { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } } | null };

export type GroupStateQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupStateQuery = { inputGroup: { id: string, state: InputGroupState } | null };

export type ProgramsWithWorkQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  organizationId?: string | number | null | undefined;
}>;


export type ProgramsWithWorkQuery = { programs: { nodes: Array<{ id: string, groupCounts: { available: number, executed: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReserveMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveMutation = { reserveInputGroup: { id: string, token: string | null, kind: WorkKind, state: ReservationState, fencingNumber: number, expiresAt: string, inputGroup: { id: string, name: string, state: InputGroupState, inputCommitment: string, inputSha256: string, inputUrl: string | null, program: { id: string, name: string, programHash: string, inputBinding: InputBinding, calldata: Calldata, expectedSteps: number | null, maxSteps: number | null, leaseSeconds: number, executableUrl: string, executableSha256: string, organization: { id: string, name: string } }, execution: { steps: number, size: number, sha256: string, url: string | null } | null } } };

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
  }
}`, {"fragmentName":"WorkReservation"}) as unknown as TypedDocumentString<WorkReservationFragment, unknown>;
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