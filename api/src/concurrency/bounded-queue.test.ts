import { BoundedQueue } from './bounded-queue.js';

interface Gate {
  open: () => void;
  passed: Promise<void>;
}

function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

it('runs as many at once as it may and the others in order', async () => {
  const queue = new BoundedQueue(2, 10, 'jobs');
  const gates = [gate(), gate(), gate(), gate()];
  const started: number[] = [];
  const jobs = gates.map((each, index) =>
    queue.run(async () => {
      started.push(index);
      await each.passed;
      return index;
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  gates[1]?.open();
  await jobs[1];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  for (const each of gates) each.open();
  expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3]);
});

it('refuses with SERVER_BUSY when too many wait, and takes work again later', async () => {
  const queue = new BoundedQueue(1, 1, 'verifications');
  const held = gate();
  const first = queue.run(() => held.passed);
  const second = queue.run(async () => 'second');
  await expect(queue.run(async () => 'third')).rejects.toMatchObject({
    code: 'SERVER_BUSY',
    message: 'Too many verifications wait already (1).',
  });
  held.open();
  await first;
  expect(await second).toBe('second');
  expect(await queue.run(async () => 'fourth')).toBe('fourth');
});

it('gives the place back when a job fails', async () => {
  const queue = new BoundedQueue(1, 0, 'jobs');
  await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run(async () => 'yes')).toBe('yes');
});
