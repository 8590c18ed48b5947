import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { KeyLayers, type Layer } from './key-layers.js';

export const KeyLayersContext = createContext(new KeyLayers());

/** How near to the keys the parts of a screen are. */
export const LAYER_ORDER = {
  screen: 0,
  list: 5,
  page: 10,
  pane: 20,
  typing: 30,
  overlay: 40,
  dialog: 50,
  interrupt: 60,
} as const;

/** Gives a part of the screen its keys, as long as it is there. */
export function useLayer(order: keyof typeof LAYER_ORDER, layer: Layer | undefined): void {
  const layers = useContext(KeyLayersContext);
  const id = useRef(Symbol(order));
  useLayoutEffect(() => {
    if (layer === undefined) layers.remove(id.current);
    else layers.put(id.current, LAYER_ORDER[order], layer);
  });
  useLayoutEffect(() => () => layers.remove(id.current), [layers]);
}
