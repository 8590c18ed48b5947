import { reservedPiece } from '../test/reserved-piece.js';
import { scriptedServer } from '../test/scripted-server.js';
import { DonorApi } from './donor-api.js';

const signal = new AbortController().signal;
const { reservation } = reservedPiece();
const { inputGroup } = reservation;
const withProgram = (program: unknown) => ({ ...reservation, inputGroup: { ...inputGroup, program } });

test.each([
  ['id', null],
  ['inputGroup.id', { ...reservation, inputGroup: null }],
  ['inputGroup.program.id', withProgram(null)],
  ['inputGroup.program.leaseSeconds', withProgram({ ...inputGroup.program, leaseSeconds: '60' })],
  ['expiresAt', { ...reservation, expiresAt: 7 }],
])('an answer whose %s is wrong is none of a Cairn server', async (path, answer) => {
  await using server = await scriptedServer({
    Reserve: () => ({ reserveInputGroup: answer }),
    ReservationOf: () => ({ reservation: answer ?? {} }),
  });
  const api = new DonorApi({ serverUrl: server.url });
  const expected = {
    name: 'UnexpectedAnswerError',
    message: expect.stringContaining(` answered with a reservation whose ${path} is no `),
  };
  await expect(api.reserve({ kind: 'EXECUTE_AND_PROVE', clientKey: 'k' }, signal)).rejects.toMatchObject(
    expected,
  );
  await expect(api.reservation('token', signal)).rejects.toMatchObject(expected);
});

test('a reservation as it should be is taken', async () => {
  await using server = await scriptedServer({ Reserve: () => ({ reserveInputGroup: reservation }) });
  const api = new DonorApi({ serverUrl: server.url });
  expect(await api.reserve({ kind: 'EXECUTE_AND_PROVE', clientKey: 'k' }, signal)).toEqual(reservation);
});
