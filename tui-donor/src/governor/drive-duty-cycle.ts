import type { ProverChild } from '@cairn/prover';
import { type DutySample, nextSpell, periodOf } from './duty-cycle.js';

/**
 * Stops and continues a running prover so that it gets its share of the time.
 * @param share the part of the time in which it may run, above 0, at most 1
 * @returns what ends it; the child is left running
 */
export function driveDutyCycle(child: ProverChild, share: number): () => void {
  if (share >= 1) return () => {};
  let timer: NodeJS.Timeout | undefined;
  let sample: DutySample = { elapsedMs: 0, ranMs: 0 };
  let running = true;
  let since = performance.now();
  const tick = (): void => {
    const now = performance.now();
    sample = advance(sample, now - since, running, share);
    since = now;
    const spell = nextSpell(sample, share);
    if (spell.run !== running) {
      if (spell.run) child.continue();
      else child.stop();
      running = spell.run;
    }
    timer = setTimeout(tick, Math.max(1, spell.forMs));
  };
  timer = setTimeout(tick, share * periodOf(share));
  return () => {
    clearTimeout(timer);
    child.continue();
  };
}

/** Adds a spell to what was seen; what lies far back is forgotten, so that nothing is made up for after a long sleep. */
export function advance(sample: DutySample, spellMs: number, running: boolean, share: number): DutySample {
  const elapsedMs = sample.elapsedMs + spellMs;
  const ranMs = sample.ranMs + (running ? spellMs : 0);
  const owedMs = share * elapsedMs - ranMs;
  const mostMs = share * periodOf(share);
  return owedMs > mostMs ? { elapsedMs: (ranMs + mostMs) / share, ranMs } : { elapsedMs, ranMs };
}
