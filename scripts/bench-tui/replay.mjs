import { EmulatedScreen } from '../../tui-kit/dist/test/index.js';

/** The end of a frame: from here on the terminal shows it. */
const FRAME_END = '\u001B[?2026l';

/**
 * Shows on an emulated screen what a client wrote, and looks at it after each frame.
 * @param {import('./client.mjs').Chunk[]} chunks
 * @param {{ columns: number, rows: number }} size
 * @param {(lines: string[], at: number) => void} look at the lines, and the moment at which they were there
 */
export async function replay(chunks, size, look) {
  const screen = new EmulatedScreen(size);
  try {
    // A chunk may end anywhere, in the middle of a frame or of what ends it.
    let rest = '';
    for (const { at, data } of chunks) {
      const parts = `${rest}${data}`.split(FRAME_END);
      rest = parts.pop() ?? '';
      for (const part of parts) {
        screen.write(part + FRAME_END);
        await screen.flush();
        look(screen.lines(), at);
      }
    }
  } finally {
    screen.dispose();
  }
}
