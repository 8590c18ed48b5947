import { waitUntil } from '../wait-until.js';
import { EmulatedScreen } from './emulated-screen.js';

const FRAME = '\u001B[?2026hfirst\r\nlast\u001B[?2026l';

function small(): EmulatedScreen {
  return new EmulatedScreen({ columns: 20, rows: 3 });
}

test('shows no part of a frame, however it is cut', async () => {
  for (let cut = 1; cut < FRAME.length; cut += 1) {
    const screen = small();
    screen.write(FRAME.slice(0, cut));
    // Longer than the emulator takes for what it was given.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(screen.text()).toBe('');
    screen.write(FRAME.slice(cut));
    await waitUntil(() => screen.text() === 'first\nlast', 5000);
    screen.dispose();
  }
});

test('shows what there is of a frame that never ends, as terminals do', async () => {
  const screen = small();
  screen.write(FRAME.slice(0, -9));
  await waitUntil(() => screen.text() === 'first\nlas', 5000);
  screen.dispose();
});

test('shows at once what is no frame', async () => {
  const screen = small();
  screen.write('plain');
  await screen.flush();
  expect(screen.text()).toBe('plain');
  screen.dispose();
});
