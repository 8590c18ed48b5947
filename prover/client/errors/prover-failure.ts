/** Which way an attempt failed. */
export type FailureKind = 'refused' | 'crashed' | 'timeout' | 'cancelled' | 'garbage' | 'missing';

/** What every failure carries; the classes that extend it tell the ways to fail apart. */
export interface FailureFacts {
  /** The command that was tried, such as `prove`. */
  command: string;
  /** Seconds from start to failure. */
  seconds?: number | undefined;
  /** The end of what the prover logged, at most 64 KiB. For logs, not for screens: it is not escaped. */
  log?: string | undefined;
  /** How often it was tried; once when left out. */
  attempts?: number | undefined;
  cause?: unknown;
}

/** What the message of a failure that was tried again ends with. */
export function triedAgain({ attempts = 1 }: FailureFacts): string {
  return attempts > 1 ? ' (it was tried twice)' : '';
}

/** Anything but an answer. None of these says that a proof is invalid. */
export abstract class ProverFailure extends Error {
  abstract readonly kind: FailureKind;
  /** The prover's own code, or the one that stands for this way to fail. */
  abstract readonly code: string;
  /** What to do about it. */
  abstract readonly help: string;
  readonly command: string;
  readonly seconds: number | undefined;
  readonly log: string;

  constructor(message: string, facts: FailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.command = facts.command;
    this.seconds = facts.seconds;
    this.log = facts.log ?? '';
  }
}
