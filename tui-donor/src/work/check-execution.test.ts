import { reservedPiece } from '../test/reserved-piece.js';
import { checkExecution } from './check-execution.js';
import { WorkFailed } from './work-failure.js';

const good = { programHash: '0x11', inputCommitment: '0x22', output: ['0x22', '0x5'] };

function failureOf(claims: typeof good, kind: 'EXECUTE' | 'PROVE'): WorkFailed['failure'] {
  try {
    checkExecution(claims, reservedPiece({ kind }).reservation);
  } catch (error) {
    if (error instanceof WorkFailed) return error.failure;
  }
  throw new Error('it was taken');
}

test('takes what was asked for', () => {
  checkExecution(good, reservedPiece().reservation);
});

test.each([
  [{ ...good, programHash: '0x1' }, 'of the program 0x1, expected 0x11'],
  [{ ...good, inputCommitment: '0x2' }, 'of the input 0x2, expected 0x22'],
  [{ ...good, output: ['0x5'] }, 'does not return the commitment'],
  [{ ...good, output: [] }, 'does not return the commitment'],
])('refuses %j before it is proven', (claims, message) => {
  expect(failureOf(claims, 'EXECUTE')).toMatchObject({
    report: 'PROGRAM_FAILED',
    message: expect.stringContaining(message),
  });
});

test("reports another donor's execution as bad, and does not blame the program", () => {
  expect(failureOf({ ...good, programHash: '0x1' }, 'PROVE')).toMatchObject({
    report: 'BAD_EXECUTION',
    subject: 'group',
  });
});
