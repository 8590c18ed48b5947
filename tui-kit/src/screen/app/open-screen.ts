import type { ReactNode } from 'react';
import { mount } from './mount.js';
import { restoreTerminal } from './restore-terminal.js';
import { type StopHooks, suspendWithProcess } from './suspend-with-process.js';

/** A screen that is open. */
export interface OpenScreen extends Disposable {
  /** Settles when it is closed. @throws what went wrong in drawing it */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Takes the whole terminal, on the alternate screen, and gives it back whatever happens: at the end, on a signal, on an
 * error that nobody caught. The only place that does so.
 * It is given back while the process is stopped (Ctrl-Z), too.
 * @param signal closes the screen, as a SIGTERM does
 * @param hooks what else stands still with the process
 */
export function openScreen(tree: ReactNode, signal: AbortSignal, hooks: StopHooks = {}): OpenScreen {
  const { instance, lend } = mount(tree);
  const endSuspending = suspendWithProcess(lend, hooks);
  // Once: it puts the cursor where it was before, and what was written since would be written over.
  let isRestored = false;
  const restore = (): void => {
    if (isRestored) return;
    isRestored = true;
    restoreTerminal(process);
  };
  const close = (): void => {
    instance.unmount();
    restore();
  };
  // A terminal that was closed fails wherever it is touched, also when its modes are put back: the screen ends, and what
  // has to be done in the end is done. Nobody takes this listener away, for that may come last of all.
  let isGone = false;
  process.stdin.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EIO') throw error;
    if (isGone) return;
    isGone = true;
    close();
  });
  // Before all who print an error that nobody caught, so that they print it where a person still sees it.
  process.on('uncaughtExceptionMonitor', close);
  process.on('exit', restore);
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  const closed = instance
    .waitUntilExit()
    .then(() => {})
    .finally(() => {
      endSuspending();
      restore();
      process.off('uncaughtExceptionMonitor', close);
      process.off('exit', restore);
      signal.removeEventListener('abort', close);
    });
  return { closed, close, [Symbol.dispose]: close };
}
