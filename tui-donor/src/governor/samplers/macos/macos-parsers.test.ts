import { parseIdleTime } from './parse-ioreg.js';
import { parseBattery, parseThrottled } from './parse-pmset.js';
import { cpusOfOthers, memoryOfDescendants, parsePs } from './parse-ps.js';
import { parseVmStat } from './parse-vm-stat.js';

test.each([
  [
    "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=4653155)\t73%; discharging; 4:12 remaining present: true\n",
    { onBattery: true, charge: 0.73 },
  ],
  [
    "Now drawing from 'AC Power'\n -InternalBattery-0 (id=4653155)\t100%; charged; 0:00 remaining present: true\n",
    { onBattery: false, charge: 1 },
  ],
  ["Now drawing from 'AC Power'\n", {}],
])('reads the battery from %j', (text, expected) => {
  expect(parseBattery(text)).toEqual(expected);
});

test('reads whether heat slows the processor down', () => {
  const therm = (limit: number) =>
    `CPU Power notify\n\tCPU_Scheduler_Limit \t= 100\n\tCPU_Speed_Limit \t= ${limit}\n`;
  expect(parseThrottled(therm(100))).toBe(false);
  expect(parseThrottled(therm(62))).toBe(true);
  expect(parseThrottled('Note: No thermal warning level has been recorded\n')).toBeUndefined();
});

test('reads what memory is available', () => {
  const text = [
    'Mach Virtual Memory Statistics: (page size of 16384 bytes)',
    'Pages free:                                1000.',
    'Pages active:                            400000.',
    'Pages inactive:                            2000.',
    'Pages speculative:                           30.',
    'Pages throttled:                              0.',
    'Pages wired down:                        100000.',
    'Pages purgeable:                              4.',
  ].join('\n');
  expect(parseVmStat(text)).toBe(3034 * 16384);
  expect(parseVmStat('nonsense')).toBeUndefined();
});

test('reads how long nobody touched it', () => {
  expect(parseIdleTime('    | |   "HIDIdleTime" = 61500000000\n')).toBe(61.5);
  expect(parseIdleTime('')).toBeUndefined();
});

test('reads processes, and tells ours from those of others, in whatever order they come', () => {
  const processes = parsePs(
    [
      '    1     0   0.5   9000 /sbin/launchd',
      '  400     1  12,5 800000 /Applications/Blender.app/Contents/MacOS/Blender',
      '  500     1   3.0  90000 /usr/local/bin/node',
      '  502   501  50.0   2000 cairn-prover',
      '  501   500  99.0 500000 /Users/somebody/My Tools/cairn-prover',
    ].join('\n'),
  );
  expect(processes.map(({ name }) => name)).toEqual([
    'launchd',
    'blender',
    'node',
    'cairn-prover',
    'cairn-prover',
  ]);
  expect(cpusOfOthers(processes, 500)).toBeCloseTo(0.13);
  expect(memoryOfDescendants(processes, 500)).toBe(502_000 * 1024);
});
