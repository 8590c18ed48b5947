import { ProverCrashed, ProverError, ProverMissing, ProverTimeout } from '@cairn/prover';
import { ClientError, ServerUnreachableError } from '@cairn/tui-kit';
import { WorkFailed, workFailureOf } from './work-failure.js';

const limits = { maxMemory: 1, maxMemoryGiven: false, maxSteps: undefined };

function proverError(code: string): ProverError {
  return new ProverError(3, { code, message: `${code} it was`, help: '' }, { command: 'execute' });
}

test.each([
  ['PROGRAM_PANICKED', 'PROGRAM_PANICKED', 'group'],
  ['HINT_REFUSED', 'PROGRAM_FAILED', 'program'],
  ['EXECUTABLE_INVALID', 'PROGRAM_FAILED', 'program'],
  ['CSV_INVALID', 'PROGRAM_FAILED', 'group'],
  ['STEP_LIMIT', 'STEP_LIMIT', 'group'],
  ['MEMORY_LIMIT', 'MEMORY_LIMIT', 'group'],
  ['TRACE_TOO_LARGE', 'TRACE_TOO_LARGE', 'group'],
])('%s is reported as %s, and is about the %s', (code, report, subject) => {
  expect(workFailureOf(proverError(code), 'execute', limits, null)).toEqual({
    code: report,
    message: `${code} it was`,
    report,
    subject,
  });
});

test('reports a program that ran too long', () => {
  expect(workFailureOf(new ProverTimeout(60, { command: 'execute' }), 'execute', limits, null)?.report).toBe(
    'TIME_LIMIT',
  );
});

test.each([
  ['STEP_LIMIT', 'execute', { ...limits, maxSteps: 100 }, null],
  ['STEP_LIMIT', 'execute', { ...limits, maxSteps: 100 }, 101],
  ['MEMORY_LIMIT', 'execute', { ...limits, maxMemoryGiven: true }, null],
  ['MEMORY_LIMIT', 'prove', { ...limits, isShort: true }, null],
] as const)(
  "%s of %s is not reported when it is the donor's own limit",
  (code, command, own, programMaxSteps) => {
    expect(workFailureOf(proverError(code), command, own, programMaxSteps)).toMatchObject({
      code,
      report: undefined,
    });
  },
);

test('reports an execution that takes more memory to prove than is here, though the user has set how much', () => {
  const own = { ...limits, maxMemoryGiven: true };
  expect(workFailureOf(proverError('MEMORY_LIMIT'), 'prove', own, null)?.report).toBe('MEMORY_LIMIT');
});

test("reports the program's own step limit though the donor has one too", () => {
  expect(workFailureOf(proverError('STEP_LIMIT'), 'execute', { ...limits, maxSteps: 100 }, 50)?.report).toBe(
    'STEP_LIMIT',
  );
});

test('gives up quietly what only this donor knows', () => {
  const crashed = new ProverCrashed('was ended by SIGKILL', { signal: 'SIGKILL' }, { command: 'prove' });
  expect(workFailureOf(crashed, 'prove', limits, null)).toMatchObject({
    report: undefined,
    subject: 'group',
  });
  const corrupt = new ClientError('the file has another hash', { code: 'DOWNLOAD_CORRUPT' });
  expect(workFailureOf(corrupt, 'execute', limits, null)).toMatchObject({ report: undefined });
});

test('a defect that shows while an execution is proven is reported of the execution, and of nothing else', () => {
  const defect = (command: 'execute' | 'prove') =>
    workFailureOf(
      new ProverCrashed('failed with exit code 4', { exitCode: 4 }, { command }),
      command,
      limits,
      null,
    );
  expect(defect('prove')).toMatchObject({ report: 'BAD_EXECUTION', subject: 'group' });
  expect(defect('execute')).toMatchObject({ report: undefined, subject: 'group' });
});

test.each(['EXECUTION_TRUNCATED', 'EXECUTION_CORRUPTED', 'EXECUTION_FOREIGN', 'EXECUTION_INVALID'])(
  '%s is reported of the execution, not of the program',
  (code) => {
    expect(workFailureOf(proverError(code), 'prove', limits, null)).toMatchObject({
      code,
      report: 'BAD_EXECUTION',
      subject: 'group',
    });
  },
);

test('an execution that is too large here is not reported', () => {
  expect(workFailureOf(proverError('EXECUTION_TOO_LARGE'), 'prove', limits, null)).toMatchObject({
    report: undefined,
    subject: 'group',
  });
});

test('keeps what a step found out', () => {
  const failure = {
    code: 'PROGRAM_FAILED',
    message: 'm',
    report: 'PROGRAM_FAILED',
    subject: 'program',
  } as const;
  expect(workFailureOf(new WorkFailed(failure), 'execute', limits, null)).toBe(failure);
});

test.each([
  new ServerUnreachableError('http://a', 'why'),
  new ProverMissing('no binary', { command: 'prove' }),
  new TypeError('x is undefined'),
  proverError('FILE_UNWRITABLE'),
])('is not about the work: %s', (error) => {
  expect(workFailureOf(error, 'execute', limits, null)).toBeUndefined();
});
