import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { ProverMissing } from '../errors/prover-missing.js';
import { judge } from './ending.js';

const facts = { command: 'verify' };
const refusal = { error: { code: 'STEP_LIMIT', message: 'too many', help: 'fewer', limit: 9 } };

test.each([0, 1] as const)('exit code %i hands on the answer', (exitCode) => {
  expect(judge({ exitCode }, { a: 1 }, facts)).toEqual({ exitCode, answer: { a: 1 } });
});

test.each([
  [ProverError, { exitCode: 2 }, refusal],
  [ProverError, { exitCode: 3 }, refusal],
  [ProverGarbage, { exitCode: 2 }, { error: { code: 'lower', message: 'x', help: '' } }],
  [ProverGarbage, { exitCode: 3 }, { valid: false, reason: 'MALFORMED', message: '' }],
  [ProverCrashed, { exitCode: 4 }, refusal],
  [ProverCrashed, { exitCode: 101 }, undefined],
  [ProverCrashed, { exitCode: 101 }, { valid: false }],
  [ProverCrashed, { exitCode: 1 }, undefined],
  [ProverCrashed, { exitCode: 0 }, undefined],
  [ProverCrashed, { signal: 'SIGKILL' }, { valid: false }],
  [ProverCrashed, { signal: 'SIGSEGV' }, undefined],
  [ProverCancelled, { signal: 'SIGTERM' }, undefined],
  [ProverCancelled, { exitCode: 130 }, undefined],
  [ProverCancelled, { exitCode: 143 }, { error: { code: 'CANCELLED', message: 'c', help: '' } }],
  [ProverMissing, { exitCode: 126 }, undefined],
])('%p for %j with %j', (kind, end, answer) => {
  expect(() => judge(end, answer, facts)).toThrow(kind);
});

test('a detail that is null is a detail that is not known', () => {
  const error = { code: 'MEMORY_LIMIT', message: 'm', help: 'h', limit: null, needed: 12 };
  const thrown = () => judge({ exitCode: 3 }, { error }, facts);
  expect(thrown).toThrow(ProverError);
  expect(thrown).toThrow(expect.objectContaining({ code: 'MEMORY_LIMIT', details: { needed: 12 } }));
});
