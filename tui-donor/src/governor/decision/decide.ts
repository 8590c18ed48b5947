import type { GovernorSettings, Wish } from '../governor-settings.js';
import type { Judgement, PauseCode, Rule, Situation } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import type { Sample } from '../sample.js';
import { heldBySelf, isLongEnough } from './held-by-self.js';
import { hysteresis, type Trip, UNTRIPPED } from './hysteresis.js';

/** One reason for a pause. */
export interface PauseReason {
  readonly code: PauseCode;
  /** In words: "on battery (73% left)". */
  readonly why: string;
}

/** Whether, and how fast, the work may go now. */
export interface Decision {
  readonly run: boolean;
  /** Why not; empty exactly when it may run. The first is the one to tell. */
  readonly reasons: readonly PauseReason[];
  /** Whether the machine counts as idle. */
  readonly isIdle: boolean;
  /** CPUs that the work may use while it runs. */
  readonly cpus: number;
  /** Whether what stands still is to be ended: only its own memory keeps the pause for low memory up. */
  readonly giveMemoryBack: boolean;
}

/** What the governor remembers from one sample to the next. */
export interface GovernorState {
  readonly trips?: Readonly<Partial<Record<PauseCode, Trip>>>;
  /** Since when, by the samples' clock, only the work's own memory keeps the pause for low memory up. */
  readonly heldSince?: number | undefined;
}

/** What came of a sample. */
export interface Outlook {
  readonly state: GovernorState;
  readonly decision: Decision;
}

/** What holds besides the samples. */
export interface Allowance {
  readonly settings: GovernorSettings;
  readonly wish: Wish;
}

/** What every rule says of a moment by itself, whatever was before. */
export function judgements(
  { settings, wish }: Allowance,
  sample: Sample,
): { readonly situation: Situation; readonly judged: readonly (readonly [Rule, Judgement])[] } {
  const isIdle = sample.idleSeconds !== undefined && sample.idleSeconds >= settings.idleMinutes * 60;
  const limits = isIdle ? settings.idle : settings.inUse;
  const situation = { settings, limits, isIdle, sample, wish };
  return { situation, judged: RULES.map((rule) => [rule, rule.judge(situation)] as const) };
}

/** Takes the governor one sample further: a pure function, to be folded over the history of samples. */
export function decide(state: GovernorState, allowance: Allowance, sample: Sample): Outlook {
  const { situation, judged } = judgements(allowance, sample);
  const trips = judged.map(([rule, judgement]) => {
    const trip = hysteresis(state.trips?.[rule.code] ?? UNTRIPPED, judgement, sample.at, rule);
    return [rule.code, trip] as const;
  });
  const reasons = trips.flatMap(([code, { why }]) => (why === undefined ? [] : [{ code, why }]));
  const isShort = reasons.some(({ code }) => code === 'FREE_MEMORY');
  const heldSince = isShort && heldBySelf(situation) ? (state.heldSince ?? sample.at) : undefined;
  const { isIdle, limits } = situation;
  return {
    state: { trips: Object.fromEntries(trips), heldSince },
    decision: {
      run: reasons.length === 0,
      reasons,
      isIdle,
      cpus: limits.cpus,
      giveMemoryBack: isLongEnough(heldSince, sample.at),
    },
  };
}
