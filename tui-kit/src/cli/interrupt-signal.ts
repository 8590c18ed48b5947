import { ExitCode } from '../errors/exit-code.js';
import { InterruptedError } from '../errors/interrupted-error.js';

/**
 * An abort signal for SIGINT and SIGTERM. The second one ends the process at once.
 * @returns the signal, and what takes the handlers away again
 */
export function interruptSignal(): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const handle = (name: 'SIGINT' | 'SIGTERM') => (): void => {
    if (controller.signal.aborted)
      process.exit(name === 'SIGINT' ? ExitCode.interrupted : ExitCode.terminated);
    controller.abort(new InterruptedError(name));
  };
  const onInterrupt = handle('SIGINT');
  const onTerminate = handle('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  const dispose = (): void => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  };
  return { signal: controller.signal, dispose };
}
