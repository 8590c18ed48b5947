import { setTimeout as pause } from 'node:timers/promises';
import { ClientError, retryDelay } from '@cairn/tui-kit';
import { SIGNATURE_REFUSED } from './signature-refused.js';
import type { Workbench } from './workbench.js';

/** Waits, in milliseconds: an operator has to do something, or another process of the server has to answer. */
const DELAYS = { firstDelayMs: 5000, maxDelayMs: 10 * 60_000 };

/**
 * A server that refuses this donor's signature refuses it for the next proof, too. So nothing else is begun for it: the proof that
 * is finished is handed in again, after longer and longer waits, until the server takes it.
 */
export class SignaturePatience {
  #refusals = 0;

  constructor(private readonly bench: Pick<Workbench, 'api' | 'emit'>) {}

  /**
   * Waits after a refusal.
   * @param early ends the wait before its time: how the work stands is to be looked at
   * @throws what is no such refusal, and the refusal that is one too many; the reason of the interruption
   */
  async waitAfter(error: unknown, early: AbortSignal, interrupt: AbortSignal): Promise<void> {
    if (!(error instanceof ClientError) || error.code !== SIGNATURE_REFUSED) throw error;
    const { attempts = 1, ...delays } = this.bench.api.retryPolicy;
    this.#refusals += 1;
    if (this.#refusals >= attempts) throw error;
    const delayMs = retryDelay(this.#refusals - 1, { ...DELAYS, ...delays });
    const what = 'hand in the proof';
    this.bench.emit({ event: 'retrying', what, why: error.message, delaySeconds: delayMs / 1000 });
    // What has happened before must not make the next wait none at all.
    const signal = early.aborted ? interrupt : early;
    await pause(delayMs, undefined, { signal }).catch(() => interrupt.throwIfAborted());
  }
}
