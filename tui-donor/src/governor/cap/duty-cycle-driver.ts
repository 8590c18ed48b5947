import type { ProverChild } from '@cairn/prover';
import { type DutySample, nextSpell, periodOf } from './duty-cycle.js';
import type { Meter } from './work-meter.js';

/** How far back, in milliseconds, what was not used is made up for: a proof has spells in which it cannot use all its threads. */
const MAKE_UP_MS = 2000;

/** What part of the allowance this client's own CPU time may count for. */
const OWN_SHARE = 0.5;

/** How a child is driven. */
interface Drive {
  /** Threads with which it computes. */
  readonly threads: number;
  /** CPUs that it may use; 0 to stand still. */
  readonly cpus: number;
  /** Tells what it used; without one, each thread is taken to use all of a CPU while the child runs. */
  readonly meter?: Meter;
}

/** Stops and continues a running prover so that it uses no more CPUs than it may. */
export class DutyCycleDriver {
  #timer: NodeJS.Timeout | undefined;
  #sample: DutySample = { elapsedMs: 0, ranMs: 0 };
  #isRunning = true;
  #since = performance.now();
  #share: number;

  constructor(
    private readonly child: ProverChild,
    private readonly drive: Drive,
  ) {
    this.#share = drive.cpus / drive.threads;
    this.#begin();
  }

  /** Changes what it may use, from now on. */
  allow(cpus: number): void {
    const share = cpus / this.drive.threads;
    if (share === this.#share) return;
    this.#measure();
    this.#sample = { elapsedMs: 0, ranMs: 0 };
    this.#share = share;
    this.#begin();
  }

  /** Ends it; the child is left running. */
  release(): void {
    clearTimeout(this.#timer);
    this.#turn(true);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#turn(this.#share > 0);
    if (this.#share <= 0) return;
    this.#timer = setTimeout(this.#tick, Math.min(this.#share, 1) * periodOf(this.#share));
  }

  readonly #tick = (): void => {
    this.#measure();
    const spell = nextSpell(this.#sample, this.#share);
    this.#turn(spell.run);
    this.#timer = setTimeout(this.#tick, Math.max(1, spell.forMs));
  };

  #turn(run: boolean): void {
    if (run === this.#isRunning) return;
    if (run) this.child.continue();
    else this.child.stop();
    this.#isRunning = run;
  }

  #measure(): void {
    const now = performance.now();
    const elapsedMs = now - this.#since;
    this.#since = now;
    const { threads, meter } = this.drive;
    const used = meter?.(OWN_SHARE * this.#share * threads * elapsedMs);
    const ranMs = used === undefined ? (this.#isRunning ? elapsedMs : 0) : used / threads;
    this.#sample = advance(this.#sample, { elapsedMs, ranMs }, this.#share);
  }
}

/** Adds a spell to what was seen; what lies far back is forgotten, so that nothing is made up for after a long sleep. */
export function advance(sample: DutySample, spell: DutySample, share: number): DutySample {
  const elapsedMs = sample.elapsedMs + spell.elapsedMs;
  const ranMs = sample.ranMs + spell.ranMs;
  const owedMs = share * elapsedMs - ranMs;
  const mostMs = share * Math.max(MAKE_UP_MS, periodOf(share));
  return owedMs > mostMs ? { elapsedMs: (ranMs + mostMs) / share, ranMs } : { elapsedMs, ranMs };
}
