import { setTimeout as delay } from 'node:timers/promises';

/** Longer than a busy machine takes for anything. */
const LATEST_MS = 30_000;

/** Waits until something holds. @throws Error when it never does */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const latest = Date.now() + LATEST_MS;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`It does not hold after ${LATEST_MS / 1000} s: ${holds}`);
    await delay(2);
  }
}
