import { formatDuration } from '@cairn/tui-kit';
import type { Finding, Patient } from '../finding.js';

/** Seconds by which the clocks may differ: what a lease of a minute bears, and HTTP tells whole seconds only. */
const MOST_APART = 20;

const PATIENCE_MS = 10_000;

/** Whether this clock and the server's agree: leases and links have deadlines. */
export async function checkClock({ serverUrl, signal }: Patient): Promise<Finding> {
  const check = 'clock';
  const either = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const answer = await fetch(new URL('/healthz', serverUrl), { signal: either }).catch(() => undefined);
  await answer?.body?.cancel();
  signal.throwIfAborted();
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs))
    return { check, verdict: 'hint', found: 'the server did not tell its time: not compared' };
  return compareClocks(Date.now(), theirs);
}

/** @param ours,theirs milliseconds since 1970 */
export function compareClocks(ours: number, theirs: number): Finding {
  const check = 'clock';
  const apart = Math.abs(ours - theirs) / 1000;
  if (apart <= MOST_APART)
    return { check, verdict: 'good', found: 'agrees with the server to a few seconds' };
  const found = `${formatDuration(apart)} ${ours > theirs ? 'ahead of' : 'behind'} the server`;
  return {
    check,
    verdict: 'problem',
    found,
    help: 'set the clock, best by the network (timedatectl set-ntp true; System Settings)',
  };
}
