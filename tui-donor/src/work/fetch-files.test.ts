import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { fetchExecution, fetchProgramAndInput } from './fetch-files.js';
import type { ReservedPiece } from './piece-of-work.js';

const FILES = { '/files/executable': 'a program', '/files/input': '1,2,3' };
const signal = new AbortController().signal;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A piece whose hashes are those of {@link FILES}. */
function pieceOf(changes: Partial<ReservedPiece['reservation']['inputGroup']> = {}): ReservedPiece {
  const piece = reservedPiece();
  const { inputGroup } = piece.reservation;
  const program = { ...inputGroup.program, executableSha256: sha256('a program') };
  const group = { ...inputGroup, program, inputSha256: sha256('1,2,3'), ...changes };
  return { ...piece, reservation: { ...piece.reservation, inputGroup: group } };
}

test('fetches what is missing, and only that', async () => {
  const files: Record<string, string> = { ...FILES };
  await using server = await scriptedServer({}, files);
  await using bench = await testBench(server.url);
  const piece = pieceOf();
  await fetchProgramAndInput(bench, piece, signal);
  const folder = workFolder(bench.dataDir, piece.clientKey);
  expect(await readFile(folder.executable, 'utf8')).toBe('a program');
  expect(await readFile(folder.input, 'utf8')).toBe('1,2,3');
  delete files['/files/executable'];
  delete files['/files/input'];
  await fetchProgramAndInput(bench, piece, signal);
});

test('asks for a fresh link where one has run out', async () => {
  await using server = await scriptedServer(
    { ReservationOf: () => ({ reservation: pieceOf().reservation }) },
    FILES,
  );
  await using bench = await testBench(server.url);
  await fetchProgramAndInput(bench, pieceOf({ inputUrl: '/files/old' }), signal);
  expect(server.seen.map(({ name }) => name)).toEqual(['ReservationOf']);
});

test.each([
  ['another file than was promised', { inputSha256: sha256('1,2,4') }, 'DOWNLOAD_CORRUPT'],
  ['no address', { inputUrl: null }, 'UNEXPECTED_ANSWER'],
  ['an address on another machine', { inputUrl: 'http://192.0.2.1/input' }, 'UNEXPECTED_ANSWER'],
  ['a link that stays refused', { inputUrl: '/files/old' }, 'DOWNLOAD_REFUSED'],
])('does not go on with %s', async (_, changes, code) => {
  await using server = await scriptedServer(
    { ReservationOf: () => new Refusal('RESERVATION_NOT_FOUND') },
    FILES,
  );
  await using bench = await testBench(server.url);
  await expect(fetchProgramAndInput(bench, pieceOf(changes), signal)).rejects.toMatchObject({ code });
});

test('gives up an execution that the server has discarded since it was reserved', async () => {
  const execution = { url: '/files/gone', sha256: sha256('an execution'), steps: 1, size: 12 };
  const piece = pieceOf({ execution });
  const { reservation } = pieceOf({ execution: null });
  await using server = await scriptedServer({ ReservationOf: () => ({ reservation }) }, FILES);
  await using bench = await testBench(server.url);
  await expect(fetchExecution(bench, piece, signal)).rejects.toMatchObject({
    name: 'WorkFailed',
    failure: { code: 'EXECUTION_GONE', report: undefined },
  });
});

test('gives up a reservation to prove that comes without an execution, and goes on with others', async () => {
  await using server = await scriptedServer({}, FILES);
  await using bench = await testBench(server.url);
  await expect(fetchExecution(bench, pieceOf({ execution: null }), signal)).rejects.toMatchObject({
    name: 'WorkFailed',
    failure: { code: 'EXECUTION_GONE', report: undefined },
  });
});
