/** What was asked for: on its way, there, or not to be had for a reason. Earlier rows stay in sight meanwhile. */
export interface Loaded<Value> {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly value: Value | undefined;
  readonly problem?: string;
}

export const LOADING = { state: 'loading', value: undefined } as const;
