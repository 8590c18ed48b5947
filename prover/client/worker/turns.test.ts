import { Turns } from './turns.js';

test('lets one through after the other, in their order', async () => {
  const turns = new Turns();
  const order: number[] = [];
  const all = [1, 2, 3].map(async (n) => {
    await turns.take();
    order.push(n);
    await Promise.resolve();
    turns.giveBack();
  });
  await Promise.all(all);
  expect(order).toEqual([1, 2, 3]);
  expect(await turns.take()).toBe(true);
});

test('who gives up has no turn, and keeps nobody from one', async () => {
  const turns = new Turns();
  const controller = new AbortController();
  await turns.take();
  const impatient = turns.take(controller.signal);
  const patient = turns.take();
  controller.abort();
  expect(await impatient).toBe(false);
  expect(await turns.take(controller.signal)).toBe(false);
  turns.giveBack();
  expect(await patient).toBe(true);
});
