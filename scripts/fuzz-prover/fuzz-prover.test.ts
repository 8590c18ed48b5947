import { readArguments } from './arguments.mjs';
import { judge } from './judge.mjs';
import { withTally } from './record.mjs';
import { markdown } from './report.mjs';
import { add, emptyTally, type Report } from './tally.mjs';
import { targets } from './targets.mjs';

const mib = 2 ** 20;

/** A tally of one process. */
function tallyOf(target: string, doors: Record<string, number>, rest: Partial<Report> = {}) {
  const tally = emptyTally(target);
  const cases = Object.values(doors).reduce((sum, count) => sum + count, 0);
  const report: Report = { cases, doors, defects: 0, told: [], panics: 0, slowest: [0.1, 3], ...rest };
  add(tally, { report, peakMemory: 300 * mib });
  return tally;
}

/** A whole run in which all is well. */
function good() {
  return [
    tallyOf('proofs', { 'no mutation: as it was': 9000, 'MALFORMED: x': 40_000, 'INVALID_PROOF: y': 60_000 }),
    tallyOf('executions', { 'EXECUTION_INVALID: x': 50_000 }),
    tallyOf('executables', { 'passes as an executable': 40_000 }),
    tallyOf('csvs', { 'CSV_INVALID: x': 40_000 }),
    tallyOf('strangers', { 'ran to its end': 1000 }),
    tallyOf('requests', { 'USAGE: x': 100_000 }),
    tallyOf('reproven', { 'a cell: proven, and no proof: x': 200, 'a cell: the prover gave up: y': 50 }),
  ];
}

function shortGoals(tallies: ReturnType<typeof good>) {
  return judge(tallies, 1)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
}

test('a whole run without a defect reaches every goal', () => {
  expect(shortGoals(good())).toEqual([]);
});

test.each([
  ['proofs', ['mutated-proofs', 'past-the-decoding']],
  ['csvs', ['mutated-inputs']],
  ['strangers', ['strangers']],
  ['requests', ['requests']],
  ['reproven', ['re-proven']],
])('a defect among %s falls short', (target, names) => {
  const bad = { report: { ...emptyTally(target).report, defects: 1 }, peakMemory: 0 };
  const tallies = good();
  for (const tally of tallies) if (tally.target === target) add(tally, bad);
  expect(shortGoals(tallies)).toEqual(names);
});

test('what changed nothing is no mutation, and what never reached the prover was not proven', () => {
  const tallies = good();
  const few = { 'no mutation: as it was': 100_000, 'INVALID_PROOF: y': 60_000 };
  tallies[0] = tallyOf('proofs', few);
  tallies[6] = tallyOf('reproven', { 'a cell: none passed the replay': 500 });
  expect(shortGoals(tallies)).toEqual(['mutated-proofs', 're-proven']);
});

test('a crash, a slow case and much memory fall short', () => {
  const tallies = good();
  tallies[1]?.crashes.push({ number: 7, how: 'exit code 4' });
  const bad = { report: { ...emptyTally('csvs').report, slowest: [2.5, 9] as [number, number] } };
  for (const tally of tallies) if (tally.target === 'csvs') add(tally, { ...bad, peakMemory: 2048 * mib });
  expect(shortGoals(tallies)).toEqual(['aborts', 'slowest-case', 'memory']);
});

const machine = { cpu: 'a CPU', cores: 2, memory: '4.0 GiB', system: 'Linux 6 x64' };
const originOf = (prover: string) => {
  const versions = { 'cairn-prover': prover, rustc: '1.95.0' };
  return { seed: 42, date: '2026-01-02', versions, machine };
};

test('what another prover went through falls short', () => {
  const provers = ['0.1.0 at 0123456789ab', '0.1.0 at ba9876543210'] as const;
  const tallies = good().map((tally, at) => ({ ...tally, origin: originOf(provers[at === 3 ? 1 : 0]) }));
  expect(shortGoals(tallies)).toEqual(['one-prover']);
});

test('the page tells the seed, the goals, the doors and the crashes', () => {
  const tallies = good();
  tallies[1]?.crashes.push({ number: 7, how: 'exit code 4' });
  tallies[2] = tallyOf('executables', { 'it has \u0007 | in it': 50_000 });
  const told = tallies.map((tally) => ({ ...tally, origin: originOf('0.1.0 at 0123456789ab') }));
  const page = markdown({ command: 'npm run fuzz:prover', tallies: told, goals: judge(tallies, 1) });
  expect(page).toContain('`--target csvs --seed 42` on 2026-01-02: a CPU');
  expect(page).toContain('cairn-prover 0.1.0 at 0123456789ab, rustc 1.95.0');
  expect(page).toContain('| 60,000 | INVALID_PROOF: y |');
  expect(page).toContain('| 50,000 | it has \\x07 \\| in it |');
  expect(page).toContain('**crash** of case 7: exit code 4');
  expect(page).toContain('goal aborts: 1 (wanted 0) short');
});

test('a target that is run again takes the place of its earlier run alone', () => {
  const again = tallyOf('csvs', { 'CSV_INVALID: y': 1 });
  const tallies = withTally(good(), again);
  expect(tallies.map(({ target }) => target)).toEqual(targets.map(({ name }) => name));
  expect(tallies.filter(({ target }) => target === 'csvs')).toEqual([again]);
  expect(withTally([], again)).toEqual([again]);
});

test('reads what to run', () => {
  expect(readArguments(['--seed', '7'])).toEqual({ seed: 7, scale: 1, chosen: targets });
  expect(readArguments([]).seed).not.toBe(readArguments([]).seed);
  const some = readArguments(['--scale=0.1', '--target=csvs', '--target=proofs']);
  expect(some.chosen.map(({ name }) => name)).toEqual(['proofs', 'csvs']);
  expect(() => readArguments(['--target=x'])).toThrow('There is no target x');
  expect(() => readArguments(['--scale=2'])).toThrow('expected a number from 0 to 1');
  expect(() => readArguments(['--sed=2'])).toThrow('Usage: npm run fuzz:prover');
});

test('what a case wrote and a door says again makes no row of its own', () => {
  const said = (name: string) =>
    `USAGE: A line is no job: unknown field \`${name}\`; expected one of \`job\``;
  const long = `MALFORMED: ${'its length is not what it says; '.repeat(9)}`;
  const tally = tallyOf('requests', { [said('arg')]: 7, [said('x'.repeat(400))]: 8, [long]: 20 });
  const page = markdown({ command: 'npm run fuzz:prover', tallies: [tally], goals: [] });
  expect(page).toContain('| 15 | USAGE: A line is no job: unknown field … |');
  expect(page).toContain('| 20 | MALFORMED: its length is not what it says; its length is not what it … |');
});
