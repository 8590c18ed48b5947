import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput } from '@cairn/prover';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { reservedPiece } from '../test/reserved-piece.js';
import { checkEcho } from './check-echo.js';

const { signal } = new AbortController();

async function check(output: string[], inputBinding: 'ECHO' | 'NONE' = 'ECHO'): Promise<void> {
  await using folder = await temporaryFolder();
  const input = join(folder.path, 'input.csv');
  await writeFile(input, '7,8\n');
  const { inputCommitment } = await commitInput(input, { signal });
  const { inputGroup } = reservedPiece().reservation;
  const program = { ...inputGroup.program, inputBinding };
  await checkEcho(output, { inputGroup: { ...inputGroup, inputCommitment, program } }, folder.path, (path) =>
    commitInput(path, { signal }),
  );
}

test.each([[['0x2', '0x7', '0x8']], [['0x2', '0x7', '0x8', '0x9']]])('takes the echo %j', async (output) => {
  await expect(check(output)).resolves.toBeUndefined();
});

test.each([
  [['0x3', '0x7', '0x8', '0x9']],
  [['0x1', '0x7', '0x8']],
  [['0x2', '0x8', '0x7']],
  [['0x2', '0x7']],
  [['0x7', '0x8']],
  [[]],
])('refuses %j before it is proven', async (output) => {
  await expect(check(output)).rejects.toMatchObject({
    failure: { report: 'PROGRAM_FAILED', message: expect.stringContaining('return its input first') },
  });
});

test('asks nothing of a program that is bound otherwise', async () => {
  await expect(check([], 'NONE')).resolves.toBeUndefined();
});
