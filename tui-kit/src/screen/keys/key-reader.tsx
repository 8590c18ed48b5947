import { useInput, usePaste } from 'ink';
import { type ReactNode, useEffect, useState } from 'react';
import { KeyLayers } from './key-layers.js';
import { type Stroke, strokesOf } from './stroke.js';
import { KeyLayersContext } from './use-layer.js';

/** Reads the keyboard for everything within it: the only one who does. */
export function KeyReader({ children }: { readonly children: ReactNode }): ReactNode {
  const [layers] = useState(() => new KeyLayers());
  const [waiting, setWaiting] = useState<readonly Stroke[]>([]);
  const add = (strokes: readonly Stroke[]): void => setWaiting((before) => [...before, ...strokes]);
  useInput((input, key) => add(strokesOf(input, key)));
  // What is pasted types, and commands nothing.
  usePaste((text) => add([{ name: 'paste', text }]));
  // One key after the other, each when the screen shows what the one before did: `/` and what is typed after it may
  // arrive in one piece, and only the filter that `/` opens knows what to do with the rest.
  useEffect(() => {
    const [stroke] = waiting;
    if (stroke === undefined) return undefined;
    const turn = setImmediate(() => {
      setWaiting((before) => before.slice(1));
      layers.press(stroke);
    });
    return () => clearImmediate(turn);
  }, [waiting, layers]);
  return <KeyLayersContext.Provider value={layers}>{children}</KeyLayersContext.Provider>;
}
