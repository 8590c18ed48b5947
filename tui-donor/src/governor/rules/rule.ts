import type { GovernorSettings, UseLimits, Wish } from '../governor-settings.js';
import type { Sample } from '../sample.js';

/** Why the work may pause. */
export type PauseCode =
  | 'USER'
  | 'SNOOZE'
  | 'HOURS'
  | 'IN_USE'
  | 'PROGRAM'
  | 'BATTERY'
  | 'TEMPERATURE'
  | 'FREE_MEMORY'
  | 'OTHER_CPUS';

/** What a rule looks at. */
export interface Situation {
  readonly settings: GovernorSettings;
  /** Those of the settings that hold now: of a machine in use, or of an idle one. */
  readonly limits: UseLimits;
  readonly isIdle: boolean;
  readonly sample: Sample;
  readonly wish: Wish;
}

/**
 * What a rule says of a moment: `over` asks for a pause, and says why; `between` leaves it as it is; `clear` lets the work
 * go on; `off` is for a rule that the donor does not want, which lets it go on at once.
 */
export type Judgement =
  | { readonly level: 'over'; readonly why: string }
  | { readonly level: 'between' | 'clear' | 'off' };

/** One reason to pause. */
export interface Rule {
  readonly code: PauseCode;
  /** Seconds for which it must be over before the work pauses. */
  readonly pauseAfter: number;
  /** Seconds for which it must be clear before the work goes on. */
  readonly resumeAfter: number;
  judge(situation: Situation): Judgement;
}

export const OFF = { level: 'off' } as const;
export const CLEAR = { level: 'clear' } as const;
export const BETWEEN = { level: 'between' } as const;
