import type { Session, Token } from './account/session.types.js';
import type { OperationContext } from './context/operation-context.js';
import type { UploadSource } from './context/upload-source.js';
import type { InputGroup } from './input-group/input-group.entity.js';
import type { Program } from './program/program.entity.js';
import type { Proof } from './proof/proof.entity.js';
import type { ProofDecision } from './proof/proof-decision.type.js';
import type { Reservation } from './reservation/reservation.entity.js';
import type { FailureCode, WorkKind } from './reservation/reservation.enums.js';

/** What an operation is: a context, what is asked, an answer or a DomainError. */
export type Operation<Input, Answer> = (ctx: OperationContext, input: Input) => Promise<Answer>;

/** Every operation that changes something, for the faces (GraphQL, REST) that translate to it. */
export interface Operations {
  register: Operation<{ username: string; password: string; name: string; description: string }, Session>;
  login: Operation<{ username: string; password: string }, Session>;
  refreshToken: Operation<{ refreshToken: string }, Token>;
  uploadProgram: Operation<
    { name: string; description: string; leaseSeconds: number; archive: UploadSource },
    Program
  >;
  uploadInputGroups: Operation<
    {
      programId: string;
      groups: readonly { name: string; file: PromiseLike<UploadSource> | UploadSource }[];
    },
    InputGroup[]
  >;
  reserveInputGroup: Operation<
    { programId?: string | null; organizationId?: string | null; kind: WorkKind; clientKey: string },
    Reservation
  >;
  renewReservation: Operation<{ token: string }, Reservation>;
  releaseReservation: Operation<{ token: string }, Reservation>;
  reportFailure: Operation<{ token: string; code: FailureCode; message?: string | null }, Reservation>;
  submitExecution: Operation<{ token: string; execution: UploadSource }, InputGroup>;
  submitProof: Operation<
    { inputGroupId: string; token?: string | null; proof: UploadSource; proveSeconds?: number | null },
    Proof
  >;
  confirmProofs: Operation<{ proofIds: readonly string[]; keepProof?: boolean | null }, ProofDecision[]>;
  rejectProofs: Operation<{ proofIds: readonly string[]; reason: string }, ProofDecision[]>;
}
