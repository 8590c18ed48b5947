import { totals } from './totals.mjs';

const of = (codec: string, bytes: number) => ({
  layout: 'plain',
  codec,
  bytes,
  encodeSeconds: 1,
  decodeSeconds: 0.5,
});

test('adds up what was measured on every workload, the best first', () => {
  const found = totals([
    { name: 'a', steps: 10, measured: [of('big', 5e6), of('small', 2.5e6), of('rare', 1)] },
    { name: 'b', steps: 30, measured: [of('big', 5e6), of('small', 2.5e6)] },
  ]);
  expect(found.map(({ codec, seconds }) => [codec, seconds])).toEqual([
    ['small', 5],
    ['big', 7],
  ]);
  expect(found[0]).toMatchObject({
    bytesPerStep: 125_000,
    uploadSeconds: 2,
    encodeSeconds: 2,
    decodeSeconds: 1,
  });
});
