import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds. @throws after ten seconds. */
export async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`still not so after 10 s: ${condition}`);
    await delay(10);
  }
}
