import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compilePackage, execute, ProverError } from '@cairn/prover';
import { sha256OfFile } from '@cairn/tui-kit';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { testBench } from '../test/test-bench.js';
import type { FinishedExecution } from './piece-of-work.js';
import { proveStep } from './prove-step.js';

const CUT = 'CAIRNEXE';

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A piece whose files are all on disk as promised, the execution being what is left of one. */
function pieceOnDisk(executableSha256 = sha256('program'), inputSha256 = sha256('1'), made = sha256(CUT)) {
  const piece = reservedPiece();
  const { inputGroup } = piece.reservation;
  const program = { ...inputGroup.program, executableSha256 };
  const execution: FinishedExecution = { steps: 1, bytes: 1, sha256: made, submission: 'skipped' };
  const reservation = { ...piece.reservation, inputGroup: { ...inputGroup, program, inputSha256 } };
  return { ...piece, reservation, execution };
}

test('a damaged execution is made or fetched anew, once', async () => {
  await using bench = await testBench('http://127.0.0.1:1');
  const piece = pieceOnDisk();
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.executable, 'program');
  await writeFile(folder.input, '1');
  await writeFile(folder.execution, CUT);
  const signal = AbortSignal.timeout(20_000);

  const result = await proveStep(bench, piece, signal);
  expect(result).toMatchObject({ piece: { executionWasDamaged: true } });
  expect('piece' in result && result.piece.execution).toBe(undefined);
  expect(await readdir(folder.path)).not.toContain('execution.bin');

  await writeFile(folder.execution, CUT);
  const second = proveStep(bench, { ...piece, executionWasDamaged: true }, signal);
  await expect(second).rejects.toBeInstanceOf(ProverError);
  await expect(second).rejects.toMatchObject({ code: 'EXECUTION_TRUNCATED' });
});

test('an execution of another input is refused before it is proven', async () => {
  const limits = { maxMemory: null, maxMemoryGiven: false, maxSteps: undefined };
  await using bench = await testBench('http://127.0.0.1:1', { limits });
  const folder = workFolder(bench.dataDir, reservedPiece().clientKey);
  await mkdir(folder.path, { recursive: true });
  const { executable, input, execution } = folder;
  const packageDir = fileURLToPath(new URL('../../../prover/tests/programs/sums', import.meta.url));
  await compilePackage({ packageDir, output: executable });
  await writeFile(input, '1, 2\n');
  await execute({ executable, input, output: execution });
  await writeFile(input, '1, 3\n');
  const [program, group, run] = await Promise.all([executable, input, execution].map(sha256OfFile));

  const refused = proveStep(bench, pieceOnDisk(program, group, run), AbortSignal.timeout(60_000));
  await expect(refused).rejects.toMatchObject({
    code: 'EXECUTION_INVALID',
    message: expect.stringContaining('of the input 0x'),
  });
});
