import { useContext, useSyncExternalStore } from 'react';
import type { Command } from './command.js';
import { KeyLayersContext } from './use-layer.js';

/** The commands that can be given now, the nearest first. */
export function useCommands(): readonly Command[] {
  const layers = useContext(KeyLayersContext);
  return useSyncExternalStore(layers.subscribe, layers.commands);
}
