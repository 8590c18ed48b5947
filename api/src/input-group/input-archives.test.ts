import { InputArchives } from './input-archives.js';

it('reads a few at once, lets some wait, and refuses one more', async () => {
  const archives = new InputArchives(2, 1);
  const { promise, resolve } = Promise.withResolvers<string>();
  let reading = 0;
  const read = () =>
    archives.read(() => {
      reading += 1;
      return promise;
    });
  const taken = [read(), read(), read()];
  await expect(read()).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  expect(reading).toBe(2);
  resolve('read');
  expect(await Promise.all(taken)).toEqual(['read', 'read', 'read']);
});

it('takes one of each organization at a time, also after one that failed', async () => {
  const archives = new InputArchives();
  const { promise, reject } = Promise.withResolvers<never>();
  const first = archives.take('one', () => promise);
  await expect(archives.take('one', async () => 'second')).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: 30 },
  });
  expect(await archives.take('two', async () => 'of another')).toBe('of another');
  reject(new Error('broken off'));
  await expect(first).rejects.toThrow('broken off');
  expect(await archives.take('one', async () => 'again')).toBe('again');
});
