import {
  ProverCancelled,
  ProverCrashed,
  ProverError,
  type ProverFailure,
  ProverMissing,
  ProverTimeout,
} from '@cairn/prover';
import { fromProverFailure } from './from-prover-failure.js';

const facts = { command: 'prove' };

function refusal(exitCode: number, more: object = {}): ProverError {
  return new ProverError(exitCode, { code: 'CSV_INVALID', message: 'm', help: 'h', ...more }, facts);
}

test.each<[string, ProverFailure, number]>([
  ['a refusal', refusal(2), 2],
  ['a limit', refusal(3), 3],
  ['a crash', new ProverCrashed('was ended by SIGSEGV', { signal: 'SIGSEGV' }, facts), 4],
  ['no time left', new ProverTimeout(1, facts), 3],
  ['a cancellation', new ProverCancelled(true, facts), 130],
  ['no prover', new ProverMissing('there is none', facts), 2],
])('%s ends with the exit code of the table', (_, failure, exitCode) => {
  expect(fromProverFailure(failure)).toMatchObject({ exitCode, code: failure.code, cause: failure });
});

test('keeps where the error is', () => {
  expect(fromProverFailure(refusal(2, { line: 3, column: 7 })).details).toEqual({ line: 3, column: 7 });
});
