import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { testBench } from '../test/test-bench.js';
import { unboundGovernor } from '../test/unbound-governor.js';
import { fetchExecutionStep } from './execute-step.js';

const CONTENT = 'content';
const HASH = createHash('sha256').update(CONTENT).digest('hex');

/** A piece whose files are all as promised, the execution being another donor's. */
function fetchedPiece() {
  const piece = reservedPiece();
  const { inputGroup } = piece.reservation;
  const program = { ...inputGroup.program, executableSha256: HASH };
  const execution = { sha256: HASH, url: '/files/execution' };
  const found = { ...inputGroup, program, inputSha256: HASH, execution } as typeof inputGroup;
  return { ...piece, reservation: { ...piece.reservation, inputGroup: found } };
}

test("does not look at another donor's execution while the work is paused", async () => {
  const governor = unboundGovernor();
  governor.wants({ kind: 'pause' });
  const stop = new AbortController();
  const mayRun = governor.mayRun.bind(governor);
  governor.mayRun = (signal) => {
    setImmediate(() => stop.abort(new Error('ended while it was paused')));
    return mayRun(signal);
  };
  await using bench = await testBench('http://127.0.0.1:1', { governor });
  const piece = fetchedPiece();
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  for (const file of [folder.executable, folder.input, folder.execution]) await writeFile(file, CONTENT);
  await expect(fetchExecutionStep(bench, piece, stop.signal)).rejects.toThrow('ended while it was paused');
});
