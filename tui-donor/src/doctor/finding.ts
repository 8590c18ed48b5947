/** What one check found. */
export interface Finding {
  readonly check: string;
  /** `problem`: the work cannot go as it is to; `hint`: it can, and there is something to know. */
  readonly verdict: 'good' | 'hint' | 'problem';
  readonly found: string;
  /** How to mend it. */
  readonly help?: string;
}

/** What the checks are given. */
export interface Patient {
  readonly serverUrl: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Memory that proving may take, in bytes; null for no limit. */
  readonly maxMemory: number | null;
  readonly signal: AbortSignal;
}
