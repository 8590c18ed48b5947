import { on } from 'node:events';
import type { TextStream } from '@cairn/tui-kit';

/** The person at the keyboard, if there is one. Questions go to stderr, so that stdout carries results alone. */
export interface Terminal {
  /** True when a question would be seen and can be answered. */
  readonly interactive: boolean;
  readonly questions: TextStream;
  /**
   * What is typed, or what comes through a pipe, piece by piece, until the caller has enough.
   * @param how hidden: key by key and without echo. The prompt appears only when it is hidden already: whoever types
   * ahead must not be seen.
   */
  typed(how: { readonly hidden: boolean; readonly prompt: string }): AsyncIterable<string>;
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
    async *typed({ hidden, prompt }) {
      const raw = hidden && input.isTTY === true;
      if (raw) input.setRawMode?.(true);
      try {
        if (prompt !== '') questions.write(prompt);
        yield* read(input, signal);
      } finally {
        if (raw) input.setRawMode?.(false);
      }
    },
  };
}

async function* read(input: InputStream, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const [piece] of on(input, 'data', { signal, close: ['end', 'close'] })) {
      yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    // A stream that is still read keeps the process alive.
    input.pause();
  }
}

/** The first line that is typed or piped in, without its end; what came until the input ended where there is none. */
export async function readLine(terminal: Terminal, prompt: string, maxCharacters: number): Promise<string> {
  let text = '';
  for await (const piece of terminal.typed({ hidden: false, prompt })) {
    text += piece;
    if (text.includes('\n') || text.length > maxCharacters) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/u, '');
}
