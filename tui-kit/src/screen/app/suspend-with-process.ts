import type { LentTerminal, Mounted } from './mount.js';

/** What else stands still with the process. */
export interface StopHooks {
  /** Called before it is stopped. */
  readonly onStop?: () => void;
  /** Called when it goes on, and has its terminal again. */
  readonly onContinue?: () => void;
}

/** A process that could not be stopped goes on after so many milliseconds: no shell waits to continue it. */
const UNSTOPPED_MS = 100;

/**
 * Gives the terminal back while this process is stopped by Ctrl-Z (SIGTSTP), and takes it again when it goes on, however it was
 * stopped: a shell may have changed the terminal meanwhile.
 * @returns what ends that
 */
export function suspendWithProcess(lend: Mounted['lend'], { onStop, onContinue }: StopHooks): () => void {
  let lent: Promise<LentTerminal> | undefined;
  const takeBack = (): void => {
    const given = lent;
    if (given === undefined) return;
    lent = undefined;
    const take = async (): Promise<void> => {
      const { resume } = await given;
      // In the background this stops the process once more, until it has the terminal.
      await resume();
      // Its size may be another one: the runtime looks when it is told so.
      process.kill(process.pid, 'SIGWINCH');
    };
    // One that was closed meanwhile cannot be taken: who reads it hears of that.
    void take()
      .catch(() => {})
      .then(onContinue);
  };
  const stop = (): void => {
    lent ??= lend();
    onStop?.();
    // In the system's own way, which leaves alone what no shell could continue.
    process.off('SIGTSTP', stop);
    process.kill(process.pid, 'SIGTSTP');
    setTimeout(() => {
      listen();
      takeBack();
    }, UNSTOPPED_MS);
  };
  const listen = (): void => {
    if (!process.listeners('SIGTSTP').includes(stop)) process.on('SIGTSTP', stop);
  };
  const goOn = (): void => {
    listen();
    lent ??= lend();
    takeBack();
  };
  listen();
  process.on('SIGCONT', goOn);
  return () => {
    process.off('SIGTSTP', stop);
    process.off('SIGCONT', goOn);
  };
}
