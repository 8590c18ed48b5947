import { reservedPiece } from '../test/reserved-piece.js';
import { scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { resumeWork } from './resume-work.js';

const signal = new AbortController().signal;
const { reservation, request } = reservedPiece();

/** What becomes of a request whose answer was lost, when it is read again. */
async function readAgain(programId: string) {
  await using server = await scriptedServer({
    Reserve: () => ({ reserveInputGroup: reservation }),
    Renew: () => ({ renewReservation: { id: 'r1', state: 'LIVE', expiresAt: reservation.expiresAt } }),
    ReservationOf: () => ({ reservation }),
    Release: () => ({ releaseReservation: { id: 'r1', state: 'RELEASED' } }),
  });
  await using bench = await testBench(server.url);
  const asked = {
    clientKey: 'asked-before-the-crash',
    serverUrl: server.url,
    request: { ...request, programId },
  };
  bench.store.save(asked);
  const resumed = await resumeWork(bench, asked, signal);
  const unfinished = bench.store.unfinished().length;
  return { resumed, unfinished, asked: server.seen.map(({ name }) => name), events: bench.events };
}

test('goes on with what was asked for', async () => {
  const { resumed, unfinished, events } = await readAgain('p1');
  expect(resumed).toMatchObject({ standing: 'held', piece: { reservation: { id: 'r1' } } });
  expect(unfinished).toBe(1);
  expect(events).toMatchObject([{ event: 'resumed', have: 'nothing' }]);
});

test('gives back what was handed out in place of what was asked for', async () => {
  const { resumed, unfinished, asked, events } = await readAgain('p2');
  expect(resumed).toBeUndefined();
  expect(unfinished).toBe(0);
  expect(asked).toEqual(['Reserve', 'Release']);
  expect(events).toMatchObject([
    { event: 'declined', why: expect.stringContaining('program:p2 was asked for') },
  ]);
});
