import { ANYTHING } from '../selection/selection.js';
import type { Target } from '../selection/target.js';
import type { GivenUp } from '../store/given-up.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { estimateProveMemory } from './estimate-prove-memory.js';
import { unfit as unfitUnder } from './unfit.js';

const limits = { maxMemory: 4 * 1024 ** 3, maxMemoryGiven: false, maxSteps: undefined };
const { reservation } = reservedPiece();
/** Of what was asked of anybody. */
const handedOut = (found: typeof reservation) => ({ request: { kind: found.kind }, reservation: found });
const unfit = (found: typeof reservation, under: typeof limits | object, before: readonly GivenUp[]) =>
  unfitUnder(handedOut(found), { limits: { ...limits, ...under }, selection: ANYTHING }, before);
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

test('says so where it is only now that there is too little', () => {
  const short = { ...limits, maxMemory: 1024 ** 3, isShort: true };
  expect(unfit(toProve(1000), short, [])?.why).toBe(
    'proving takes about 1.5 GiB of memory, and only 1 GiB are to be had now',
  );
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

test('without a limit, nothing is too large', () => {
  expect(unfit(toProve(1e12), { ...limits, maxMemory: null }, [])).toBeUndefined();
  const tooLarge = { ...given, code: 'MEMORY_LIMIT' };
  expect(unfit(reservation, { ...limits, maxMemory: null }, [tooLarge])).toBeUndefined();
  // What was too large without a limit is too large for the machine.
  expect(unfit(reservation, { ...limits, maxMemory: null }, [{ ...tooLarge, maxMemory: null }])?.code).toBe(
    'GIVEN_UP',
  );
});

test('whom it is for comes before what it takes', () => {
  const blocking = (...blocked: Target[]) =>
    unfitUnder(handedOut(reservation), { limits, selection: { ...ANYTHING, blocked } }, [given])?.code;
  expect(blocking({ kind: 'program', id: 'p1' })).toBe('BLOCKED');
  expect(blocking({ kind: 'program', id: 'p2' })).toBe('GIVEN_UP');
});

test('takes nothing of anybody else where only the preferred are worked for', () => {
  const preferring = (...preferred: Target[]) =>
    unfitUnder(
      handedOut(reservation),
      { limits, selection: { ...ANYTHING, preferred, onlyPreferred: true } },
      [],
    );
  expect(preferring({ kind: 'program', id: 'p2' })?.code).toBe('NOT_PREFERRED');
  expect(preferring({ kind: 'organization', id: 'o1' })).toBeUndefined();
});
