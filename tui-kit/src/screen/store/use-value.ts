import { useSyncExternalStore } from 'react';
import type { ValueStore } from './value-store.js';

/** The value of a store, now and at each change. */
export function useValue<Value>(store: ValueStore<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
