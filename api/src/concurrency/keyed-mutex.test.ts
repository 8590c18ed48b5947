import { KeyedMutex } from './keyed-mutex.js';

it('runs tasks of one key one after the other, of different keys side by side', async () => {
  const mutex = new KeyedMutex();
  const log: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const first = mutex.run('a', async () => {
    log.push('a1 starts');
    await held;
    log.push('a1 ends');
  });
  const second = mutex.run('a', async () => log.push('a2'));
  await mutex.run('b', async () => log.push('b'));
  expect(log).toEqual(['a1 starts', 'b']);
  letGo();
  await Promise.all([first, second]);
  expect(log).toEqual(['a1 starts', 'b', 'a1 ends', 'a2']);
  expect(mutex.size).toBe(0);
});

it('goes on after a task that fails', async () => {
  const mutex = new KeyedMutex();
  await expect(mutex.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await mutex.run('a', async () => 'yes')).toBe('yes');
});
