import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputCommitment } from '@cairn/prover';
import type { Reservation } from '../server/donor-api.js';
import { WorkFailed } from './work-failure.js';

/**
 * Checks that a program which is to echo its input does: its output starts with the number of values and then those
 * that the input's commitment is of. The commitment takes milliseconds, the proof that would be refused takes hours.
 * @param folder for a file of the echoed values
 * @param commit commits to the values of a file
 * @throws WorkFailed when its proof could not be accepted
 */
export async function checkEcho(
  output: readonly string[],
  { inputGroup }: Pick<Reservation, 'inputGroup'>,
  folder: string,
  commit: (path: string) => Promise<Pick<InputCommitment, 'inputCommitment'>>,
): Promise<void> {
  if (inputGroup.program.inputBinding !== 'ECHO') return;
  const count = Number(output[0]);
  if (count < output.length) {
    const echoed = join(folder, 'echoed.csv');
    await writeFile(echoed, output.slice(1, count + 1).join(','));
    if ((await commit(echoed)).inputCommitment === inputGroup.inputCommitment) return;
  }
  throw new WorkFailed({
    code: 'PROGRAM_FAILED',
    message: 'the program does not return its input first, as its input binding says it does',
    report: 'PROGRAM_FAILED',
    subject: 'program',
  });
}
