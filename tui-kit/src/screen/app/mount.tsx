import { type Instance, render, useApp } from 'ink';
import { type ReactNode, useInsertionEffect } from 'react';

const MOST_FRAMES_A_SECOND = 30;

/** A terminal that was given away for a while. */
export interface LentTerminal {
  /** Takes it again, and draws everything anew. */
  resume(): Promise<void>;
}

/** What is on the screen. */
export interface Mounted {
  readonly instance: Instance;
  /** Gives the terminal away as it was before, at once. */
  lend(): Promise<LentTerminal>;
}

/** Puts a tree on the alternate screen of this process's terminal. */
export function mount(tree: ReactNode): Mounted {
  let lend: Mounted['lend'] = () => Promise.resolve({ resume: async () => {} });
  const onLender = (lender: Mounted['lend']): void => {
    lend = lender;
  };
  const whole = (
    <>
      <Lender onLender={onLender} />
      {tree}
    </>
  );
  const instance = render(whole, {
    alternateScreen: true,
    interactive: true,
    // Only lines that changed are written.
    incrementalRendering: true,
    maxFps: MOST_FRAMES_A_SECOND,
    // In raw mode Ctrl-C is a key like others: the screen decides what it does.
    exitOnCtrlC: false,
    isScreenReaderEnabled: process.env.INK_SCREEN_READER === 'true',
  });
  return { instance, lend: () => lend() };
}

/** Hands out what only a part of the tree is given: the way to give the terminal away. */
function Lender({ onLender }: { readonly onLender: (lender: Mounted['lend']) => void }): ReactNode {
  const { suspendTerminal } = useApp();
  useInsertionEffect(() => onLender(() => suspendTerminal()), [onLender, suspendTerminal]);
  return null;
}
