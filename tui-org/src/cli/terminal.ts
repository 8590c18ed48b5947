import { on } from 'node:events';
import type { TextStream } from '@cairn/tui-kit';

/** The person at the keyboard, if there is one. Questions go to stderr, so that stdout carries results alone. */
export interface Terminal {
  /** True when a question would be seen and can be answered. */
  readonly interactive: boolean;
  readonly questions: TextStream;
  /**
   * What is typed, or what comes through a pipe, piece by piece, until the caller has enough.
   * @param how hidden: key by key and without echo
   */
  typed(how: { readonly hidden: boolean }): AsyncIterable<string>;
}

/** What is needed of standard input; process.stdin is one. */
export interface InputStream extends NodeJS.EventEmitter {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  pause(): unknown;
}

/**
 * The terminal of a process.
 * @param signal ends the waiting for an answer; its reason is thrown
 */
export function streamTerminal(input: InputStream, questions: TextStream, signal: AbortSignal): Terminal {
  return {
    interactive: input.isTTY === true && questions.isTTY === true,
    questions,
    typed: ({ hidden }) => read(input, hidden && input.isTTY === true, signal),
  };
}

async function* read(input: InputStream, raw: boolean, signal: AbortSignal): AsyncGenerator<string> {
  if (raw) input.setRawMode?.(true);
  const decoder = new TextDecoder();
  try {
    for await (const [piece] of on(input, 'data', { signal, close: ['end', 'close'] })) {
      yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    if (raw) input.setRawMode?.(false);
    // A stream that is still read keeps the process alive.
    input.pause();
  }
}

/** The first line that is typed or piped in, without its end; what came until the input ended where there is none. */
export async function readLine(terminal: Terminal, maxCharacters: number): Promise<string> {
  let text = '';
  for await (const piece of terminal.typed({ hidden: false })) {
    text += piece;
    if (text.includes('\n') || text.length > maxCharacters) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/u, '');
}
