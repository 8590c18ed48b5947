import { reservedPiece } from '../test/reserved-piece.js';
import { scriptedServer } from '../test/scripted-server.js';
import { type TestBench, testBench } from '../test/test-bench.js';
import type { ReservedPiece } from './piece-of-work.js';
import { resumeWork } from './resume-work.js';
import { workOn } from './work-on.js';

const signal = new AbortController().signal;
const PIECE = reservedPiece();
const EXECUTION = { steps: 1000, bytes: 2000, sha256: 'e', submission: 'pending' } as const;
const PROOF = { seconds: 5, bytes: 1e6, sha256: 'ours' };

/** A server where the piece ended while the donor was dead; what is sent to it is not in the script, and fails. */
function server(kind: 'EXECUTE' | 'EXECUTE_AND_PROVE', proofSha256: string | null) {
  const state = kind === 'EXECUTE' ? 'EXECUTED' : 'PROVEN';
  const { reservation } = reservedPiece({ kind });
  const execution = { steps: 1000, size: 2000, sha256: 'e', url: '/e' };
  const inputGroup = { ...reservation.inputGroup, state, execution };
  const proof = proofSha256 === null ? null : { id: 'proof', sha256: proofSha256, state: 'SUBMITTED' };
  return scriptedServer({
    Renew: () => ({ renewReservation: { id: 'r1', state: 'COMPLETED', expiresAt: reservation.expiresAt } }),
    ReservationOf: () => ({ reservation: { ...reservation, state: 'COMPLETED', inputGroup } }),
    PieceStanding: () => ({ inputGroup: { id: 'g1', state, confirmedAt: null, proof, rejections: [] } }),
  });
}

async function resume(bench: TestBench, piece: ReservedPiece): Promise<string> {
  const resumed = await resumeWork(bench, piece, signal);
  if (resumed === undefined) return 'nothing';
  return workOn(bench, resumed.piece, resumed.standing, signal);
}

test('a proof that the server has taken is not sent again', async () => {
  await using api = await server('EXECUTE_AND_PROVE', 'ours');
  await using bench = await testBench(api.url);
  expect(await resume(bench, { ...PIECE, execution: EXECUTION, proof: PROOF })).toBe('proven');
  expect(bench.events.at(-1)).toMatchObject({ event: 'proof-accepted', proofId: 'proof' });
});

test('nor is one that came too late', async () => {
  await using api = await server('EXECUTE_AND_PROVE', "another donor's");
  await using bench = await testBench(api.url);
  expect(await resume(bench, { ...PIECE, execution: EXECUTION, proof: PROOF })).toBe('superseded');
  expect(bench.events.at(-1)).toMatchObject({ event: 'superseded' });
});

test('an execution that the server has taken is not sent again, and not lost', async () => {
  await using api = await server('EXECUTE', null);
  await using bench = await testBench(api.url);
  const piece = reservedPiece({ kind: 'EXECUTE' });
  expect(await resume(bench, { ...piece, execution: EXECUTION })).toBe('executed');
  expect(bench.events).toMatchObject([{ event: 'resumed' }, { event: 'execution-accepted', final: true }]);
});
