import type { ProverChild } from '@cairn/prover';
import { DutyCycleDriver } from './cap/duty-cycle-driver.js';
import { workMeter } from './cap/work-meter.js';
import type { GovernorSettings } from './governor-settings.js';
import { setSessionPriority } from './session-priority.js';

/** A child of the prover at work, under the governor. */
export class DrivenChild {
  readonly #driver: DutyCycleDriver;
  #priority: GovernorSettings['sessionPriority'] | undefined;

  /**
   * @param threads with which it computes
   * @param onMemoryNeeded what ends it when its memory is needed elsewhere
   */
  constructor(
    private readonly child: ProverChild,
    readonly threads: number,
    cpus: number,
    private readonly onMemoryNeeded: () => void,
  ) {
    const meter = workMeter(child.pid);
    this.#driver = new DutyCycleDriver(child, { threads, cpus, meter });
  }

  get pid(): number {
    return this.child.pid;
  }

  /** @param cpus that all work may use; 0 to stand still */
  allow(cpus: number): void {
    this.#driver.allow(cpus);
  }

  /** Gives it a priority among the sessions; where the system does not take that now, the next call tries again. */
  rank(priority: GovernorSettings['sessionPriority']): void {
    if (priority === this.#priority) return;
    if (setSessionPriority(this.child.pid, priority)) this.#priority = priority;
  }

  giveMemoryBack(): void {
    this.onMemoryNeeded();
  }

  /** Ends the driving; the child is left running. */
  release(): void {
    this.#driver.release();
  }
}
