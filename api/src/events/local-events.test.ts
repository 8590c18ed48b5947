import { LocalEvents } from './local-events.js';

it('tells who follows a thing, and nobody else', async () => {
  const events = new LocalEvents();
  const [mine, also, other] = ['a', 'a', 'b'].map((id) => events.watch('reservation', id));
  events.changed('reservation', 'a');
  expect([await mine?.next(), await also?.next()]).toEqual([
    { done: false, value: undefined },
    { done: false, value: undefined },
  ]);
  const waiting = Promise.race([other?.next().then(() => 'told'), turn().then(() => 'not told')]);
  expect(await waiting).toBe('not told');
  for (const watch of [mine, also, other]) await watch?.return();
});

it('tells once of what came while the follower was busy', async () => {
  const events = new LocalEvents();
  const watch = events.watch('reservation', 'a');
  for (let n = 0; n < 1000; n += 1) events.changed('reservation', 'a');
  await watch.next();
  expect(await Promise.race([watch.next().then(() => 'again'), turn().then(() => 'once')])).toBe('once');
  await watch.return();
});

it('lets followers look again when they have heard nothing for long', async () => {
  const watch = new LocalEvents(5).watch('reservation', 'a');
  expect(await watch.next()).toEqual({ done: false, value: undefined });
  await watch.return();
});

it('ends a wait, and forgets what nobody follows any more', async () => {
  const events = new LocalEvents();
  const watch = events.watch('reservation', 'a');
  const waiting = watch.next();
  expect(events.size).toBe(1);
  await watch.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect([events.size, await watch.next()]).toEqual([0, { done: true, value: undefined }]);
});

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
