import { readFile } from 'node:fs/promises';
import { waitUntil } from '@cairn/tui-kit/test';
import { openShowcase } from './open-showcase.js';

const TICKS_A_SECOND = 100;

/** CPU that a process has used, in seconds. */
async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /u, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

test('an idle screen writes nothing and uses under 1% of a CPU', async () => {
  await using session = await openShowcase();
  session.press('j');
  await session.shows('❯ stone 2 ');
  const before = { cpu: await cpuSeconds(session.pid), written: session.screen.raw.length };
  const began = performance.now();
  await waitUntil(() => performance.now() - began > 5000);
  expect(session.screen.raw).toHaveLength(before.written);
  expect((await cpuSeconds(session.pid)) - before.cpu).toBeLessThan(0.05);
}, 60_000);

test('of a large screen only the lines that changed are written', async () => {
  await using session = await openShowcase({ columns: 200, rows: 60 });
  const before = session.screen.raw.length;
  session.press('j');
  await session.shows('❯ stone 2 ');
  // Two rows and the note; the whole screen has 12,000 cells.
  expect(session.screen.raw.length - before).toBeLessThan(2500);
}, 60_000);

test('no more than 30 frames a second, however fast the keys come', async () => {
  await using session = await openShowcase({ columns: 200, rows: 60 });
  const before = session.screen.raw.length;
  const began = performance.now();
  session.press('j'.repeat(200));
  // Each key is drawn before the next is heard, which takes a busy machine a while.
  await session.shows('❯ stone 201 ', 45_000);
  const seconds = (performance.now() - began) / 1000;
  const frames = session.screen.raw.slice(before).split('\u001B[?2026h').length - 1;
  expect(frames).toBeGreaterThan(0);
  expect(frames).toBeLessThanOrEqual(Math.ceil(seconds * 30) + 2);
}, 60_000);
