import { PassThrough } from 'node:stream';
import { readLine, streamTerminal } from './terminal.js';

const screen = { write: () => true, isTTY: true };

function keyboard() {
  const raw: boolean[] = [];
  const stream = new PassThrough();
  return Object.assign(stream, { raw, isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
}

describe('streamTerminal', () => {
  const { signal } = new AbortController();

  it('is interactive only where both ends are terminals', () => {
    expect(streamTerminal(keyboard(), screen, signal).interactive).toBe(true);
    expect(streamTerminal(keyboard(), { write: () => true }, signal).interactive).toBe(false);
    expect(streamTerminal(new PassThrough(), screen, signal).interactive).toBe(false);
  });

  it('joins characters that arrive in two pieces', async () => {
    const keys = keyboard();
    const line = readLine(streamTerminal(keys, screen, signal), '', 100);
    const bytes = Buffer.from('pä\nrest');
    keys.write(bytes.subarray(0, 2));
    keys.write(bytes.subarray(2));
    expect(await line).toBe('pä');
    expect(keys.isPaused()).toBe(true);
  });

  it('switches echo off before it asks and on again afterwards', async () => {
    const keys = keyboard();
    keys.write('x');
    const asking = {
      isTTY: true,
      write: (text: string) => expect([text, ...keys.raw]).toEqual(['Password: ', true]),
    };
    const terminal = streamTerminal(keys, asking, signal);
    for await (const piece of terminal.typed({ hidden: true, prompt: 'Password: ' })) {
      expect(piece).toBe('x');
      expect(keys.raw).toEqual([true]);
      break;
    }
    expect(keys.raw).toEqual([true, false]);
  });

  it('takes what came when the input ends without a line end', async () => {
    const pipe = new PassThrough();
    pipe.end('secret');
    expect(await readLine(streamTerminal(pipe, screen, signal), '', 100)).toBe('secret');
  });

  it('stops waiting when it is interrupted, with echo on again', async () => {
    const keys = keyboard();
    const interrupt = new AbortController();
    const typing = streamTerminal(keys, screen, interrupt.signal)
      .typed({ hidden: true, prompt: '' })
      [Symbol.asyncIterator]();
    const next = typing.next();
    interrupt.abort(new Error('SIGTERM came'));
    await expect(next).rejects.toThrow('SIGTERM came');
    expect(keys.raw).toEqual([true, false]);
  });
});
