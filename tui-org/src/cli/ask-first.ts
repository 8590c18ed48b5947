import { sanitizeForTerminal } from '@cairn/shared-schema';
import { ClientError, ExitCode, UsageError } from '@cairn/tui-kit';
import { readLine, type Terminal } from './terminal.js';

/**
 * Asks before something is done that cannot be undone. With `yes` it does not ask; without a terminal it refuses.
 * @param loss what will be done and what is lost, as a sentence
 * @throws ClientError DECLINED when the answer is anything but yes; UsageError where nobody can be asked
 */
export async function askFirst(terminal: Terminal, loss: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!terminal.interactive) {
    throw new UsageError(`this asks before it is done, and there is no terminal to ask at: ${loss}`, {
      expected: 'a terminal, or --yes',
      help: 'add --yes when you are sure',
    });
  }
  const shown = sanitizeForTerminal(loss, { keepLines: true });
  const answer = (await readLine(terminal, `${shown}\nGo on? [y/N] `, 100)).trim();
  if (/^y(es)?$/iu.test(answer)) return;
  throw new ClientError('nothing was done', {
    code: 'DECLINED',
    exitCode: ExitCode.notSo,
    help: 'run it again and answer y to go on',
  });
}
