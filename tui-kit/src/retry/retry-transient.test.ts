import { isRefusal, ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { retryDelay, retryTransient } from './retry-transient.js';

const unreachable = new ServerUnreachableError('http://a', 'connection refused');

test('tries again after passing failures', async () => {
  const failures: Error[] = [unreachable, new ServerRefusedError('SERVER_BUSY', 'busy')];
  const told: string[] = [];
  const onRetry = (error: Error): void => void told.push(error.name);
  const work = async (): Promise<string> => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return 'done';
  };
  expect(await retryTransient(work, { firstDelayMs: 1, onRetry })).toBe('done');
  expect(told).toEqual(['ServerUnreachableError', 'ServerRefusedError']);
});

test.each([new ServerRefusedError('INVALID_STATE', 'no'), new Error('defect')])(
  'does not try again after %s',
  async (error) => {
    let calls = 0;
    const work = async (): Promise<never> => {
      calls += 1;
      throw error;
    };
    await expect(retryTransient(work, { firstDelayMs: 1 })).rejects.toBe(error);
    expect(calls).toBe(1);
  },
);

test('tries again after those failures alone that are said to pass', async () => {
  const failures: Error[] = [new ServerRefusedError('RATE_LIMITED', 'slowly'), unreachable];
  const work = (): Promise<never> => Promise.reject(failures.shift());
  const passes = (error: unknown): boolean => isRefusal(error, 'RATE_LIMITED');
  await expect(retryTransient(work, { firstDelayMs: 1, passes })).rejects.toBe(unreachable);
  expect(failures).toEqual([]);
});

test('gives up where it is asked to wait for too long', async () => {
  const told: number[] = [];
  const refusals = [0.001, 60].map((seconds) => {
    return new ServerRefusedError('SERVER_BUSY', 'busy', { retryAfterSeconds: seconds });
  });
  const work = (): Promise<never> => Promise.reject(refusals.shift());
  const onRetry = (_: Error, delayMs: number): void => void told.push(delayMs);
  const retried = retryTransient(work, { firstDelayMs: 1, longestAskedMs: 59_000, onRetry });
  await expect(retried).rejects.toMatchObject({ retryAfterSeconds: 60 });
  expect(told).toEqual([1]);
});

test('gives up after its attempts', async () => {
  let calls = 0;
  const work = async (): Promise<never> => {
    calls += 1;
    throw unreachable;
  };
  await expect(retryTransient(work, { firstDelayMs: 1, attempts: 3 })).rejects.toBe(unreachable);
  expect(calls).toBe(3);
});

test('stops waiting when it is told to', async () => {
  const controller = new AbortController();
  const onRetry = (): void => controller.abort(new Error('enough'));
  const work = (): Promise<never> => Promise.reject(unreachable);
  await expect(
    retryTransient(work, { firstDelayMs: 60_000, signal: controller.signal, onRetry }),
  ).rejects.toThrow('enough');
});

test('waits longer each time, within bounds, and not all at once', () => {
  const options = { firstDelayMs: 100, maxDelayMs: 1000 };
  expect([0, 1, 2, 9].map((retry) => retryDelay(retry, options, () => 1))).toEqual([100, 200, 400, 1000]);
  expect(retryDelay(0, options, () => 0)).toBe(50);
});
