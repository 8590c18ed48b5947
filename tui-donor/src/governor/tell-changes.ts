import type { EventListener } from '../events/donor-event.js';
import type { Decision } from './decision/decide.js';

/**
 * Tells of pauses, of their end, and of another number of CPUs, each once.
 * @param cpusAtFirst CPUs that may be used from the beginning, of which nothing is told
 * @param now milliseconds of a clock that only goes forward
 */
export function tellChanges(
  emit: EventListener,
  cpusAtFirst: number,
  now: () => number = () => performance.now(),
): (decision: Decision) => void {
  let before: Decision | undefined;
  let allowed = cpusAtFirst;
  let pausedAt = 0;
  return (decision) => {
    const last = before;
    before = decision;
    const { run, reasons, isIdle, cpus } = decision;
    const [first] = reasons;
    if (first !== undefined && codesOf(decision) !== codesOf(last)) {
      if (last?.run !== false) pausedAt = now();
      emit({ event: 'paused', ...first, reasons });
    }
    if (run && last?.run === false) emit({ event: 'continued', seconds: (now() - pausedAt) / 1000 });
    if (cpus !== allowed) emit({ event: 'allowed', isIdle, cpus });
    allowed = cpus;
  };
}

function codesOf(decision: Decision | undefined): string {
  return (decision?.reasons ?? []).map(({ code }) => code).join();
}
