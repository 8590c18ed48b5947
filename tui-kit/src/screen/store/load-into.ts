import type { Loaded } from './loaded.js';
import type { ValueStore } from './value-store.js';

/**
 * Asks for a value and shows how that goes; what was there before stays in sight meanwhile. It never throws.
 * @param signal once it is aborted, nothing is shown any more
 */
export async function loadInto<Value>(
  store: ValueStore<Loaded<Value>>,
  ask: () => Promise<Value>,
  signal: AbortSignal,
): Promise<void> {
  store.update(({ value }) => ({ state: 'loading', value }));
  try {
    const value = await ask();
    if (!signal.aborted) store.set({ state: 'ready', value });
  } catch (error) {
    if (signal.aborted) return;
    const problem = error instanceof Error ? error.message : String(error);
    store.update(({ value }) => ({ state: 'failed', value, problem }));
  }
}
