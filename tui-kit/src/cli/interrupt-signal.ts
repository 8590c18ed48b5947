import { type EndingSignal, EXIT_CODE_OF, InterruptedError } from '../errors/interrupted-error.js';

const SIGNALS = Object.keys(EXIT_CODE_OF) as EndingSignal[];

/**
 * An abort signal for Ctrl-C (SIGINT), the system's wish (SIGTERM) and a terminal that was closed (SIGHUP). The second one
 * ends the process at once; a SIGHUP does not, for closing one terminal may send it twice.
 * @returns the signal, and what takes the handlers away again
 */
export function interruptSignal(): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const handlers = SIGNALS.map((name) => {
    const onSignal = (): void => {
      if (controller.signal.aborted && name !== 'SIGHUP') process.exit(EXIT_CODE_OF[name]);
      controller.abort(new InterruptedError(name));
    };
    process.on(name, onSignal);
    return () => process.off(name, onSignal);
  });
  const dispose = (): void => {
    for (const takeAway of handlers) takeAway();
  };
  return { signal: controller.signal, dispose };
}
