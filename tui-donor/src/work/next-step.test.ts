import type { WorkKind } from '@cairn/shared-schema/donor';
import { reservedPiece } from '../test/reserved-piece.js';
import { nextStep } from './next-step.js';
import type { FinishedExecution } from './piece-of-work.js';
import type { Standing } from './standing.js';

const proof = { seconds: 5, bytes: 1e6, sha256: 'p' };

function execution(submission: FinishedExecution['submission']): FinishedExecution {
  return { steps: 1000, bytes: 2000, sha256: 'e', proveMemory: 1e9, submission };
}

function decide(
  kind: WorkKind,
  standing: Standing,
  have: { execution?: FinishedExecution; proof?: typeof proof } = {},
) {
  const step = nextStep({ ...reservedPiece({ kind }), ...have }, standing);
  return 'end' in step ? `end ${step.end}` : step.do;
}

test.each<[WorkKind, string]>([
  ['EXECUTE', 'execute'],
  ['EXECUTE_AND_PROVE', 'execute'],
  ['PROVE', 'fetch-execution'],
])('%s begins with %s', (kind, step) => {
  expect(decide(kind, 'held')).toBe(step);
});

test.each<[WorkKind, FinishedExecution['submission'], Standing, string]>([
  ['EXECUTE', 'pending', 'held', 'submit-execution'],
  ['EXECUTE', 'submitted', 'held', 'end executed'],
  ['EXECUTE', 'submitted', 'settled', 'end executed'],
  ['EXECUTE', 'submitted', 'taken', 'end executed'],
  ['EXECUTE', 'pending', 'free', 'end lost'],
  ['EXECUTE_AND_PROVE', 'pending', 'held', 'submit-execution'],
  ['EXECUTE_AND_PROVE', 'submitted', 'held', 'prove'],
  ['EXECUTE_AND_PROVE', 'skipped', 'held', 'prove'],
  // The lease is gone and nobody else has it: the finished execution is not wasted.
  ['EXECUTE_AND_PROVE', 'pending', 'free', 'prove'],
  ['EXECUTE_AND_PROVE', 'submitted', 'free', 'prove'],
  ['EXECUTE_AND_PROVE', 'submitted', 'taken', 'end lost'],
  ['PROVE', 'submitted', 'held', 'prove'],
  ['PROVE', 'submitted', 'settled', 'end superseded'],
])('%s with an execution that is %s, %s: %s', (kind, submission, standing, step) => {
  expect(decide(kind, standing, { execution: execution(submission) })).toBe(step);
});

test.each<[Standing, string]>([
  ['held', 'submit-proof'],
  ['free', 'submit-proof'],
  ['taken', 'submit-proof'],
  ['settled', 'settle-proof'],
  ['gone', 'end cancelled'],
])('a finished proof, %s: %s', (standing, step) => {
  expect(decide('EXECUTE_AND_PROVE', standing, { execution: execution('skipped'), proof })).toBe(step);
});

test.each<[Standing, string]>([
  ['free', 'end lost'],
  ['taken', 'end lost'],
  ['settled', 'end superseded'],
  ['gone', 'end cancelled'],
])('nothing done yet, %s: %s', (standing, end) => {
  expect(decide('EXECUTE_AND_PROVE', standing)).toBe(end);
});
