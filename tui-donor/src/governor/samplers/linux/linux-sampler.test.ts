import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { freeMemory } from './free-memory.js';
import { sessionIdleSeconds } from './idle-seconds.js';
import { linuxSampler } from './linux-sampler.js';
import { busyMsOf, otherCpus } from './other-cpus.js';
import { power } from './power.js';
import { runningPrograms } from './running-programs.js';
import { temperature } from './temperature.js';

/** A folder with files as the kernel shows them. */
async function shown(files: Record<string, string>) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${content}\n`);
  }
  return folder;
}

const SUPPLY = 'class/power_supply';

test.each([
  [
    'a laptop on battery',
    {
      'BAT0/type': 'Battery',
      'BAT0/status': 'Discharging',
      'BAT0/capacity': '73',
      'AC/type': 'Mains',
      'AC/online': '0',
    },
    { onBattery: true, charge: 0.73 },
  ],
  [
    'a laptop that is plugged in',
    {
      'BAT0/type': 'Battery',
      'BAT0/status': 'Charging',
      'BAT0/capacity': '50',
      'AC/type': 'Mains',
      'AC/online': '1',
    },
    { onBattery: false, charge: 0.5 },
  ],
  [
    'a plug that is too weak',
    { 'BAT0/type': 'Battery', 'BAT0/status': 'Discharging', 'UCSI/type': 'USB', 'UCSI/online': '1' },
    { onBattery: false },
  ],
  [
    'the battery of a mouse',
    { 'hidpp/type': 'Battery', 'hidpp/scope': 'Device', 'hidpp/status': 'Discharging' },
    {},
  ],
  ['a server', {}, {}],
])('knows the power of %s', async (_, files, expected) => {
  const entries = Object.entries(files).map(([name, content]) => [`${SUPPLY}/${name}`, content]);
  await using sys = await shown(Object.fromEntries(entries));
  expect(await power(sys.path)).toEqual(expected);
});

test('takes the hottest credible sensor of the processor', async () => {
  await using sys = await shown({
    'class/thermal/thermal_zone0/type': 'x86_pkg_temp',
    'class/thermal/thermal_zone0/temp': '61000',
    'class/hwmon/hwmon0/name': 'coretemp',
    'class/hwmon/hwmon0/temp1_input': '71500',
    'class/hwmon/hwmon0/temp2_input': '255000',
    'class/hwmon/hwmon1/name': 'nvme',
    'class/hwmon/hwmon1/temp1_input': '84000',
  });
  expect(await temperature(sys.path)).toBe(71.5);
  expect(await temperature('/nowhere')).toBeUndefined();
});

test('reads what memory is available', async () => {
  await using proc = await shown({
    meminfo: 'MemTotal:  2000 kB\nMemFree:   10 kB\nMemAvailable:    1000 kB',
  });
  expect(await freeMemory(proc.path)).toBe(1_024_000);
  expect(await freeMemory('/nowhere')).toBeUndefined();
});

test('adds up what the processors did, without idling and waiting', () => {
  expect(busyMsOf('cpu  100 20 30 5000 400 1 2 9 50 0\ncpu0 1 1 1 1')).toBe(1530);
});

test('knows from logind how long a desktop is idle, and asks terminals otherwise', () => {
  const desktop = (hint: string) => `IdleHint=${hint}\nIdleSinceHint=1000000000\nType=wayland\n`;
  expect(sessionIdleSeconds(desktop('yes'), 1_060_000)).toBe(60);
  expect(sessionIdleSeconds(desktop('no'), 1_060_000)).toBe(0);
  expect(sessionIdleSeconds('IdleHint=no\nType=tty\n', 1_060_000)).toBeUndefined();
});

test('finds a real program by its name', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await waitUntil(async () => (await runningPrograms('/proc', ['Sleep'])).length > 0);
  expect(await runningPrograms('/proc', ['no-such-program'])).toEqual([]);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('counts the work of other programs, and not that of our own children', async () => {
  await using proc = await shown({
    stat: 'cpu  1000 0 0 0 0 0 0 0 0 0',
    [`${process.pid}/stat`]: `${process.pid} (a b) c) S ${'1 '.repeat(10)}100 50 30 20 0`,
    [`${process.pid}/task/1/children`]: '77 ',
    '77/stat': `77 (prover) R ${'1 '.repeat(10)}500 0 0 0 0`,
    '77/task/77/children': '',
  });
  const measure = otherCpus(proc.path);
  expect(await measure()).toBeUndefined();
  const began = performance.now();
  await writeFile(join(proc.path, 'stat'), 'cpu  1300 0 0 0 0 0 0 0 0 0\n');
  await writeFile(join(proc.path, '77/stat'), `77 (prover) R ${'1 '.repeat(10)}700 0 0 0 0\n`);
  await waitUntil(() => performance.now() - began > 100);
  const others = (await measure()) ?? 0;
  const seconds = (performance.now() - began) / 1000;
  // 3 s of all, 2 s of ours.
  expect(others).toBeGreaterThan(0.8 / seconds);
  expect(others).toBeLessThan(1 / 0.1 + 0.1);
});

test('measures this machine', async () => {
  const sampler = linuxSampler({ proc: '/proc', sys: '/sys', dev: '/dev' }, {});
  await sampler.measure([]);
  const sample = await sampler.measure([]);
  expect(sample.freeMemory).toBeGreaterThan(0);
  expect(sample.running).toEqual([]);
});
