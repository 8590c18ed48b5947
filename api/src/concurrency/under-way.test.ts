import { UnderWay } from './under-way.js';

it('waits for what is under way, whatever comes of it', async () => {
  const underWay = new UnderWay();
  const [good, bad] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const told = Promise.allSettled([underWay.add(good.promise), underWay.add(bad.promise)]);
  let isOver = false;
  const ended = underWay.ended(60).then(() => {
    isOver = true;
  });
  good.resolve('done');
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  bad.reject(new Error('broken'));
  await ended;
  expect(await told).toMatchObject([{ value: 'done' }, { reason: { message: 'broken' } }]);
  await underWay.ended(60);
});

it('waits no longer than it may', async () => {
  const underWay = new UnderWay();
  void underWay.add(new Promise(() => undefined));
  await underWay.ended(0.01);
});
