import { judge } from './judge.mjs';
import { markdown } from './report.mjs';
import { csv, stockArguments } from './sizes.mjs';

const result = (seconds: number, gib: number) => ({
  cost: { seconds, cpuSeconds: seconds, peakMemory: gib * 2 ** 30 },
  proofBytes: 1_000_000,
  acceptedByOurs: true,
  acceptedByStock: true,
});
const measured = {
  size: 'small',
  steps: 82_002,
  ours: result(5, 1),
  stockSmall: result(9, 6),
  stockDefault: result(30, 16),
};

test('goals are reached or short by what was measured', () => {
  const oks = (changed: object) => judge({ ...measured, ...changed }).map(({ ok }) => ok);
  expect(oks({})).toEqual([true, true, true]);
  expect(oks({ ours: result(10.1, 1) })).toEqual([false, true, true]);
  expect(oks({ ours: result(5, 4.1) })).toEqual([true, false, true]);
  expect(oks({ ours: { ...measured.ours, acceptedByStock: false } })).toEqual([true, true, false]);
  expect(oks({ ours: { ...measured.ours, acceptedByOurs: false } })).toEqual([true, true, false]);
});

test('what could not be measured is short, not ok', () => {
  const goals = judge({ ...measured, stockDefault: undefined });
  expect(goals.map(({ ok }) => ok)).toEqual([false, false, true]);
  expect(goals[0]?.measured).toContain('too little memory');
});

test('both sides get the same input', () => {
  const size = { name: 'n', chain: 'HPP', moves: [0, 3] };
  expect(csv(size)).toBe("'H','P','P'\n0,3\n");
  expect(JSON.parse(stockArguments(size))).toEqual(['0x5', '0x48', '0x50', '0x50', '0x0', '0x3']);
});

test('the page names command, machine and goals', () => {
  const page = markdown({
    command: 'npm run bench:prover',
    date: '2026-01-02',
    machine: { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' },
    versions: { rustc: '1.95.0' },
    measured: [measured],
    goals: judge(measured),
  });
  expect(page).toContain('Written by `npm run bench:prover` on 2026-01-02: A CPU, 2 cores');
  expect(page).toContain(
    '| 82,002 steps | **cairn-prover** | 5.00 s | 5.00 s | 1.0 GiB | 976.6 KiB | accepts |',
  );
  expect(page).toContain('- goal small-time: 6.0 times faster, 5.00 s against 30.0 s (wanted');
});
