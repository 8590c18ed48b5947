import { mkdir, writeFile } from 'node:fs/promises';
import type { WorkKind } from '@cairn/shared-schema/donor';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { submitExecutionStep } from './submit-execution-step.js';

const execution = { steps: 1, bytes: 9, sha256: 'e', submission: 'pending' } as const;
const ACCEPTED = { submitExecution: { id: 'g1', state: 'EXECUTED' } };
const signal = new AbortController().signal;

async function submit(kind: WorkKind, answer: object | Refusal, maxExecutionBytes = 1e6) {
  await using server = await scriptedServer({ SubmitExecution: () => answer });
  await using bench = await testBench(server.url, { maxExecutionBytes });
  const piece = { ...reservedPiece({ kind }), execution };
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.execution, 'execution');
  const result = await submitExecutionStep(bench, piece, signal);
  return { result, events: bench.events, asked: server.seen.length };
}

test('ends with the execution where that was all', async () => {
  const { result, events } = await submit('EXECUTE', ACCEPTED);
  expect(result).toEqual({ end: 'executed' });
  expect(events).toMatchObject([{ event: 'execution-accepted', final: true }]);
});

test('goes on to prove what the server has as a checkpoint', async () => {
  const { result, events } = await submit('EXECUTE_AND_PROVE', ACCEPTED);
  expect(result).toMatchObject({ piece: { execution: { submission: 'submitted' } } });
  expect(events).toMatchObject([{ event: 'execution-accepted', final: false }]);
});

test.each(['FILE_TOO_LARGE', 'SERVER_BUSY', 'RESERVATION_EXPIRED'])(
  'goes on without a checkpoint after %s',
  async (code) => {
    const { result, events } = await submit('EXECUTE_AND_PROVE', new Refusal(code));
    expect(result).toMatchObject({ piece: { execution: { submission: 'skipped' } } });
    expect(events).toMatchObject([{ event: 'checkpoint-skipped' }]);
  },
);

test('does not send what the server said it would not take', async () => {
  const { result, asked } = await submit('EXECUTE_AND_PROVE', ACCEPTED, 8);
  expect(result).toMatchObject({ piece: { execution: { submission: 'skipped' } } });
  expect(asked).toBe(0);
  expect((await submit('EXECUTE', ACCEPTED, 8)).result).toEqual({ end: 'refused' });
});

test.each([
  ['EXECUTE', 'RESERVATION_EXPIRED', 'lost'],
  ['EXECUTE', 'FILE_TOO_LARGE', 'refused'],
  ['EXECUTE', 'SUPERSEDED', 'superseded'],
  ['EXECUTE_AND_PROVE', 'SUPERSEDED', 'superseded'],
] as const)('%s ends after %s: %s', async (kind, code, end) => {
  expect((await submit(kind, new Refusal(code))).result).toEqual({ end });
});

test('keeps an execution for another time when the server is too busy', async () => {
  await expect(submit('EXECUTE', new Refusal('SERVER_BUSY'))).rejects.toMatchObject({ code: 'SERVER_BUSY' });
});
