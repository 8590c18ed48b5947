import type { ProverChild } from '@cairn/prover';

/** How long a prover may take to end when it is asked to, in milliseconds: the donor itself has two seconds. */
const GRACE_MS = 1200;

/**
 * Kills a prover that has not ended by itself soon after the signal.
 * @returns what to call when it has ended
 */
export function killAfterAbort(child: ProverChild, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => killGroup(child.pid), GRACE_MS);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended this very moment.
  }
}
