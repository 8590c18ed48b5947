import { interruptSignal } from './interrupt-signal.js';

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s asks to end, and says with which exit code', (name, exitCode) => {
  const { signal, dispose } = interruptSignal();
  try {
    expect(signal.aborted).toBe(false);
    process.emit(name);
    expect(signal.reason).toMatchObject({ code: 'CANCELLED', exitCode });
  } finally {
    dispose();
  }
});
