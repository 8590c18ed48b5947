/** Why this side ended the work. */
export type StopReason =
  | { kind: 'cancelled' }
  | { kind: 'timeout'; seconds: number }
  | { kind: 'garbage'; what: string }
  | { kind: 'thrown'; error: unknown };

/** Gathers the reasons to end a run; the first one counts. */
export class Stop {
  readonly #controller = new AbortController();
  #reason: StopReason | undefined;

  /** Aborted as soon as there is a reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): StopReason | undefined {
    return this.#reason;
  }

  now(reason: StopReason): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#controller.abort();
  }
}
