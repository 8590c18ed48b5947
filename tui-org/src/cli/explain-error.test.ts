import { readFile } from 'node:fs/promises';
import { compilePackage, inspectExecutable } from '@cairn/prover';
import { invalidField } from '@cairn/shared-schema';
import { ClientError, UsageError } from '@cairn/tui-kit';
import { explainError } from './explain-error.js';

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('an error of the shared rules keeps its code, its help and its facts', () => {
  const explained = explainError(
    invalidField('--name', '0 characters', '1 to 100 characters', 'Give it a name.'),
  );
  expect(explained).toBeInstanceOf(ClientError);
  expect(explained).toMatchObject({
    code: 'INVALID_REQUEST',
    exitCode: 2,
    help: 'Give it a name.',
    details: { field: '--name' },
  });
});

test('a failure of the prover says what to do', async () => {
  const explained = explainError(await failureOf(inspectExecutable('/nowhere/program.json')));
  expect(explained).toMatchObject({ code: 'FILE_UNREADABLE', exitCode: 2, help: expect.any(String) });
  const missing = await failureOf(
    compilePackage({ packageDir: '.', output: 'x' }, { binary: '/nowhere/prover' }),
  );
  expect(explainError(missing)).toMatchObject({
    code: 'PROVER_MISSING',
    message: expect.stringContaining('/nowhere/prover'),
  });
});

test('an error of the system is no defect of this program', async () => {
  expect(explainError(await failureOf(readFile('/nowhere/file')))).toMatchObject({
    code: 'ENOENT',
    exitCode: 2,
    help: 'check the path',
  });
});

test('everything else stays as it is', () => {
  const usage = new UsageError('no');
  expect(explainError(usage)).toBe(usage);
  const defect = new TypeError('x is not a function');
  expect(explainError(defect)).toBe(defect);
});
