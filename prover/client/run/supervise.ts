import type { RunOptions } from '../options.js';
import { GroupChild } from './group-child.js';
import type { Stop } from './stop.js';
import { TimeLimit } from './time-limit.js';

/**
 * Puts a child under its caller's control: signal, time limit, handle.
 * @returns what to call once the child has ended.
 */
export function supervise(pid: number, options: RunOptions, stop: Stop): () => void {
  const { signal, timeoutSeconds, onSpawn } = options;
  const limit =
    timeoutSeconds === undefined
      ? undefined
      : new TimeLimit(timeoutSeconds, () => stop.now({ kind: 'timeout', seconds: timeoutSeconds }));
  const child = new GroupChild(pid, limit);
  const cancel = () => stop.now({ kind: 'cancelled' });
  // A stopped child has to go on, or it would not see that it is asked to end.
  stop.signal.addEventListener('abort', () => child.continue(), { once: true });
  signal?.addEventListener('abort', cancel, { once: true });
  limit?.run();
  try {
    onSpawn?.(child);
  } catch (error) {
    stop.now({ kind: 'thrown', error });
  }
  return () => {
    signal?.removeEventListener('abort', cancel);
    child.ended();
  };
}
