import { pino } from 'pino';
import { PieceRemovals } from './piece-removals.js';

const SILENT = pino({ level: 'silent' });

/** A store that removes what a test lets it remove, and says what it was asked for. */
function slowStore() {
  const asked: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const remove = async (upload: string) => {
    asked.push(upload);
    await held;
    if (upload === 'broken') throw new Error('the store is away');
  };
  return { asked, letGo, files: { pieces: { remove } } as never };
}

it('removes four at once, the others after them, whatever becomes of each', async () => {
  const { asked, letGo, files } = slowStore();
  const removals = new PieceRemovals(files, SILENT);
  for (const upload of ['broken', '2', '3', '4', '5', '6']) removals.later(upload);
  await new Promise(setImmediate);
  expect(asked).toEqual(['broken', '2', '3', '4']);
  letGo();
  await new Promise(setImmediate);
  expect(asked).toEqual(['broken', '2', '3', '4', '5', '6']);
  await removals.end(60);
});

it('lets those under way end, and begins no other, when the server stops', async () => {
  const { asked, letGo, files } = slowStore();
  const removals = new PieceRemovals(files, SILENT);
  for (const upload of ['1', '2', '3', '4', '5']) removals.later(upload);
  await new Promise(setImmediate);
  let isOver = false;
  const ending = removals.end(60).then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  letGo();
  await ending;
  expect(asked).toEqual(['1', '2', '3', '4']);
});

it('waits no longer than it may for a store that does not answer', async () => {
  const { files } = slowStore();
  const removals = new PieceRemovals(files, SILENT);
  removals.later('1');
  await removals.end(0.01);
});

it('keeps no more waiting than it can, and says so', async () => {
  const lines: string[] = [];
  const { asked, letGo, files } = slowStore();
  const removals = new PieceRemovals(files, pino({}, { write: (line: string) => void lines.push(line) }));
  for (let n = 0; n < 1_005; n += 1) removals.later(`${n}`);
  await new Promise(setImmediate);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { upload: '1004', msg: 'an upload is not removed now; the collector will' },
  ]);
  letGo();
  await removals.end(60);
  expect(asked).toHaveLength(4);
});
