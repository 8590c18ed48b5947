import { askFirst } from './ask-first.js';
import type { Terminal } from './terminal.js';

function terminal(answer: string, interactive = true): Terminal & { asked: string[] } {
  const asked: string[] = [];
  const typed: Terminal['typed'] = async function* ({ prompt }) {
    asked.push(prompt);
    yield answer;
  };
  return { asked, interactive, questions: { write: (text: string) => asked.push(text) }, typed };
}

describe('askFirst', () => {
  it.each(['y\n', 'Y\r\n', 'yes\n'])('goes on with %j', async (answer) => {
    const keyboard = terminal(answer);
    await askFirst(keyboard, 'Reject 2 proofs.', undefined);
    expect(keyboard.asked.join('')).toBe('Reject 2 proofs.\nGo on? [y/N] ');
  });

  it('shows names from outside without what could drive the terminal', async () => {
    const keyboard = terminal('y\n');
    await askFirst(keyboard, 'Delete x\u001b[2J.', undefined);
    expect(keyboard.asked.join('')).not.toContain('\u001b');
  });

  it.each(['\n', 'n\n', 'yeah no\n', ''])('does nothing with %j', async (answer) => {
    await expect(askFirst(terminal(answer), 'x', undefined)).rejects.toMatchObject({
      code: 'DECLINED',
      exitCode: 1,
    });
  });

  it('does not ask with --yes', async () => {
    const keyboard = terminal('', false);
    await askFirst(keyboard, 'x', true);
    expect(keyboard.asked).toEqual([]);
  });

  it('refuses where nobody can be asked, and names --yes', async () => {
    await expect(askFirst(terminal('y\n', false), 'Reject 2 proofs.', undefined)).rejects.toMatchObject({
      exitCode: 2,
      expected: expect.stringContaining('--yes'),
    });
  });
});
