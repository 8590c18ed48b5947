import { KeyedLock } from './keyed-lock.js';

/** A task that begins, waits to be let go, and ends; the log says when. */
function taskOf(log: string[], name: string) {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const run = async () => {
    log.push(`${name} starts`);
    await held;
    log.push(`${name} ends`);
  };
  return { run, letGo };
}

it('runs tasks that want a key alone one after the other, of different keys side by side', async () => {
  const lock = new KeyedLock();
  const log: string[] = [];
  const held = taskOf(log, 'a1');
  const first = lock.alone('a', held.run);
  const second = lock.alone('a', async () => log.push('a2'));
  await lock.alone('b', async () => log.push('b'));
  expect(log).toEqual(['a1 starts', 'b']);
  held.letGo();
  await Promise.all([first, second]);
  expect(log).toEqual(['a1 starts', 'b', 'a1 ends', 'a2']);
  expect(lock.size).toBe(0);
});

it('lets many share a key, and whoever wants it alone waits for all of them', async () => {
  const lock = new KeyedLock();
  const log: string[] = [];
  const [one, two, behind] = [taskOf(log, 'one'), taskOf(log, 'two'), taskOf(log, 'behind')];
  const shared = [lock.share('a', one.run), lock.share('a', two.run)];
  const alone = lock.alone('a', async () => log.push('alone'));
  const last = lock.share('a', behind.run);
  two.letGo();
  await shared[1];
  expect(log).toEqual(['one starts', 'two starts', 'two ends']);
  one.letGo();
  await alone;
  behind.letGo();
  await last;
  expect(log.slice(3)).toEqual(['one ends', 'alone', 'behind starts', 'behind ends']);
  expect(lock.size).toBe(0);
});

it('goes on after a task that fails', async () => {
  const lock = new KeyedLock();
  await expect(lock.alone('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(lock.share('a', () => Promise.reject(new Error('nor')))).rejects.toThrow('nor');
  expect(await lock.alone('a', async () => 'yes')).toBe('yes');
});

it('takes several keys in one order, whatever order they are named in', async () => {
  const lock = new KeyedLock();
  const done = ['a', 'b'].map((name) => async () => name);
  const both = [
    lock.shareAll(['a', 'b', 'a'], done[0] as () => Promise<string>),
    lock.aloneAll(['b', 'a'], done[1] as () => Promise<string>),
    lock.shareAll(['b', 'a'], done[0] as () => Promise<string>),
  ];
  expect(await Promise.all(both)).toEqual(['a', 'b', 'a']);
  expect(lock.size).toBe(0);
});
