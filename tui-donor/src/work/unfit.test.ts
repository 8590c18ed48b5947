import type { GivenUp } from '../store/given-up.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { estimateProveMemory } from './estimate-prove-memory.js';
import { unfit } from './unfit.js';

const limits = { cpus: 1, maxMemory: 4 * 1024 ** 3, maxMemoryGiven: false, maxSteps: undefined };
const { reservation } = reservedPiece();
const given: GivenUp = {
  subject: 'program',
  id: 'p1',
  code: 'PROGRAM_PANICKED',
  message: 'it panicked',
  maxSteps: undefined,
  maxMemory: 1,
};

function toProve(steps: number) {
  const execution = { steps, size: 1, sha256: 'x', url: '/x' };
  return { ...reservation, kind: 'PROVE' as const, inputGroup: { ...reservation.inputGroup, execution } };
}

test('takes what fits', () => {
  expect(unfit(reservation, limits, [])).toBeUndefined();
  expect(unfit(toProve(1_700_000), limits, [])).toBeUndefined();
});

test('leaves executions alone that are too large to prove here', () => {
  expect(unfit(toProve(9_900_000), limits, [])).toEqual({
    code: 'MEMORY_LIMIT',
    why: 'proving takes about 11.6 GiB of memory, and 4 GiB are allowed',
  });
});

test('guesses memory near what was measured', () => {
  expect(estimateProveMemory(92_000) / 1.7e9).toBeCloseTo(1, 1);
  expect(estimateProveMemory(1_700_000) / 3.4e9).toBeCloseTo(1, 1);
  expect(estimateProveMemory(9_900_000) / 12.2e9).toBeCloseTo(1, 1);
});

test('leaves programs alone that take more steps than the donor allows', () => {
  const program = { ...reservation.inputGroup.program, expectedSteps: 2_000_000 };
  const long = { ...reservation, inputGroup: { ...reservation.inputGroup, program } };
  expect(unfit(long, { ...limits, maxSteps: 1_000_000 }, [])?.code).toBe('STEP_LIMIT');
  expect(unfit(long, { ...limits, maxSteps: 2_000_000 }, [])).toBeUndefined();
});

test('does not take again what it has given up', () => {
  expect(unfit(reservation, limits, [given])?.why).toBe(
    'it was given up before (PROGRAM_PANICKED): it panicked',
  );
  expect(unfit(reservation, limits, [{ ...given, subject: 'group', id: 'g1' }])?.code).toBe('GIVEN_UP');
  expect(unfit(reservation, limits, [{ ...given, id: 'p2' }])).toBeUndefined();
});

test('tries again under wider limits', () => {
  const tooLarge = { ...given, code: 'MEMORY_LIMIT', maxMemory: limits.maxMemory };
  expect(unfit(reservation, limits, [tooLarge])?.code).toBe('GIVEN_UP');
  expect(unfit(reservation, limits, [{ ...tooLarge, maxMemory: 1e9 }])).toBeUndefined();
  const tooLong = { ...given, code: 'STEP_LIMIT', maxSteps: 1000 };
  expect(unfit(reservation, { ...limits, maxSteps: 1000 }, [tooLong])?.code).toBe('GIVEN_UP');
  expect(unfit(reservation, { ...limits, maxSteps: 1001 }, [tooLong])).toBeUndefined();
  expect(unfit(reservation, limits, [tooLong])).toBeUndefined();
  expect(unfit(reservation, limits, [{ ...tooLong, maxSteps: undefined }])?.code).toBe('GIVEN_UP');
});
