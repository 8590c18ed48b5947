import type { PauseCode } from '../../governor/rules/rule.js';
import { clockTime } from '../now/clock-time.js';
import type { ControlState } from './control-state.js';

type Pause = Pick<ControlState, 'reasons' | 'snoozedUntil'>;

/** Each reason in the few words for which every page has room. */
const SHORT: Readonly<Record<PauseCode, string>> = {
  USER: 'paused by you',
  SNOOZE: 'snoozed by you',
  HOURS: 'paused: not its hours',
  IN_USE: 'paused: in use',
  PROGRAM: 'paused: a program runs',
  BATTERY: 'paused: on battery',
  TEMPERATURE: 'paused: too hot',
  FREE_MEMORY: 'paused: low memory',
  OTHER_CPUS: 'paused: CPUs needed',
};

const OWN: ReadonlySet<PauseCode> = new Set(['USER', 'SNOOZE']);

/** Whether it stands still because the person said so. */
export function isPausedByPerson({ reasons }: Pick<Pause, 'reasons'>): boolean {
  return reasons.some(({ code }) => OWN.has(code));
}

/** Why nothing is computed, in a few words; undefined where something may be. */
export function pauseText({ reasons: [first] }: Pick<Pause, 'reasons'>): string | undefined {
  return first === undefined ? undefined : SHORT[first.code];
}

/** The same with all its reasons, and what makes it go on: a key ends only what the person asked for. */
export function pauseStory({ reasons, snoozedUntil }: Pause): string | undefined {
  const [first] = reasons;
  if (first === undefined) return undefined;
  const others = reasons.filter(({ code }) => !OWN.has(code)).map(({ why }) => why);
  if (!OWN.has(first.code)) return `paused: ${others.join('; ')}. 4 has the limits`;
  const until = snoozedUntil === undefined ? '' : `until ${clockTime(snoozedUntil)}; `;
  const own = `${SHORT[first.code]}: ${until}`;
  if (others.length === 0) return `${own}p goes on${until === '' ? '' : ' now'}`;
  return `${own}p takes that back. Besides: ${others.join('; ')}`;
}
