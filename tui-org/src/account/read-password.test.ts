import type { Terminal } from '../cli/terminal.js';
import { readPassword } from './read-password.js';

function terminal(pieces: string[], interactive = true) {
  const asked: string[] = [];
  const hidden: boolean[] = [];
  const typed: Terminal['typed'] = async function* (how) {
    hidden.push(how.hidden);
    if (how.prompt !== '') asked.push(how.prompt);
    yield* pieces;
  };
  return { asked, hidden, interactive, questions: { write: (text: string) => asked.push(text) }, typed };
}

describe('readPassword', () => {
  it('takes the first line of standard input when told to', async () => {
    const pipe = terminal(['correct ho', 'rse\r\nsecond line'], false);
    const env = { CAIRN_PASSWORD: 'other' };
    expect(await readPassword({ terminal: pipe, env, fromStdin: true })).toBe('correct horse');
    expect(pipe.asked).toEqual([]);
  });

  it('takes CAIRN_PASSWORD without asking', async () => {
    const keyboard = terminal([]);
    expect(await readPassword({ terminal: keyboard, env: { CAIRN_PASSWORD: 'pw' }, repeat: true })).toBe(
      'pw',
    );
    expect(keyboard.asked).toEqual([]);
  });

  it('asks at the terminal, hidden, and twice for a new one', async () => {
    const keyboard = terminal(['secret', '\r', 'secret\r']);
    expect(await readPassword({ terminal: keyboard, env: {}, repeat: true })).toBe('secret');
    expect(keyboard.hidden).toEqual([true]);
    expect(keyboard.asked.join('')).toBe('Password: \nAgain: \n');
  });

  it('asks once for a known one', async () => {
    const keyboard = terminal(['secret\r']);
    expect(await readPassword({ terminal: keyboard, env: {} })).toBe('secret');
    expect(keyboard.asked.join('')).toBe('Password: \n');
  });

  it('refuses two that differ, an empty one and one that is too long', async () => {
    await expect(readPassword({ terminal: terminal(['a\rb\r']), env: {}, repeat: true })).rejects.toThrow(
      'differ',
    );
    await expect(readPassword({ terminal: terminal(['\r']), env: {} })).rejects.toThrow('empty');
    await expect(readPassword({ terminal: terminal([]), env: { CAIRN_PASSWORD: '' } })).rejects.toThrow(
      'empty',
    );
    const long = 'x'.repeat(1025);
    await expect(readPassword({ terminal: terminal([]), env: { CAIRN_PASSWORD: long } })).rejects.toThrow(
      'too long',
    );
  });

  it('is interrupted by Ctrl-C, and by an input that ends', async () => {
    await expect(readPassword({ terminal: terminal(['sec\u0003']), env: {} })).rejects.toMatchObject({
      exitCode: 130,
    });
    await expect(readPassword({ terminal: terminal(['sec']), env: {} })).rejects.toMatchObject({
      exitCode: 130,
    });
  });

  it('says how to give it where there is no terminal', async () => {
    await expect(readPassword({ terminal: terminal([], false), env: {} })).rejects.toMatchObject({
      expected: expect.stringContaining('CAIRN_PASSWORD'),
    });
  });
});
