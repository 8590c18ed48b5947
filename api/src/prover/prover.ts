import type {
  CompileRequest,
  ExecutableFacts,
  ExecutionFacts,
  InputCommitment,
  Verdict,
  VerifyRequest,
} from '@cairn/prover';

/** How many jobs run and wait, by kind. */
export type ProverLoad = Record<'verifications' | 'compilations', { running: number; waiting: number }>;

/** What the server asks of cairn-prover. Every method may throw a ProverFailure or DomainError SERVER_BUSY. */
export interface Prover {
  verify(request: VerifyRequest): Promise<Verdict>;
  compilePackage(request: CompileRequest): Promise<ExecutableFacts>;
  inspectExecutable(path: string): Promise<ExecutableFacts>;
  inspectExecution(path: string): Promise<ExecutionFacts>;
  /**
   * Resolves when every step of an execution has been replayed.
   * @throws ProverError `EXECUTION_…` for one that cannot be proven.
   */
  replay(path: string, signal?: AbortSignal): Promise<void>;
  commitInput(path: string): Promise<InputCommitment>;
  /** Resolves when the binary is there and can be run; says why when not. */
  check(): Promise<void>;
  /** What runs and waits now. */
  load(): ProverLoad;
  /** Ends what runs; resolves when no process of it is left. Nothing is to be asked after it. */
  close(): Promise<void>;
}
