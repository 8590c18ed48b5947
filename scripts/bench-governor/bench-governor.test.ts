import { median } from './foreground.mjs';
import { judge } from './judge.mjs';
import { markdown } from './report.mjs';

const measured = {
  caps: [
    { cap: 0.25, cpus: 0.252 },
    { cap: 1.5, cpus: 1.46 },
  ],
  foreground: { alone: 10, beside: 10.2 },
  spikes: { delays: [1.1, 0.9, 1.4], unsteady: { pauses: 1, continued: 0 } },
};

function short(changes: Partial<typeof measured>): string[] {
  return judge({ ...measured, ...changes })
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
}

test('is content with what keeps within the bounds', () => {
  expect(short({})).toEqual([]);
});

test('finds each goal that is short', () => {
  expect(short({ caps: [{ cap: 0.5, cpus: 0.516 }] })).toEqual(['cap of 0.5 CPUs']);
  expect(short({ caps: [{ cap: 0.5, cpus: 0.484 }] })).toEqual(['cap of 0.5 CPUs']);
  expect(short({ foreground: { alone: 10, beside: 10.4 } })).toEqual(['other work is slowed']);
  const { unsteady } = measured.spikes;
  expect(short({ spikes: { unsteady, delays: [1, 2.1] } })).toEqual(['a burst pauses the work']);
  const flapping = { delays: [1], unsteady: { pauses: 3, continued: 2 } };
  expect(short({ spikes: flapping })).toEqual(['no flapping beside an unsteady neighbour']);
});

test('takes the median, and writes a page', () => {
  expect(median([3, 1, 2])).toBe(2);
  const machine = { cpu: 'a processor', cores: 2, memory: '8.0 GiB', system: 'Linux 6 x64' };
  const page = markdown({
    command: 'c',
    date: 'd',
    machine,
    workload: 'w',
    ...measured,
    goals: judge(measured),
  });
  expect(page).toContain('| 0.25 | 0.252 |');
  expect(page).toContain('goal other work is slowed: 2.0% (wanted at most 3.0%) ok');
});
