import { instructionsIn, isSameMachine, machine, machineLine } from './machine.mjs';

const OLD = { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' };

test('a record says which instructions the processor has, where the system tells', () => {
  const intel = 'processor\t: 0\nflags\t\t: fpu sse2 avx2 sha_ni avx512f avx512bw\nbugs\t\t: x\n';
  expect(instructionsIn(intel)).toEqual(['AVX2', 'AVX-512', 'SHA']);
  expect(instructionsIn('Features\t: fp asimd sha2 sve')).toEqual(['NEON', 'SVE', 'SHA']);
  expect(instructionsIn('flags\t\t: fpu sse2')).toEqual([]);
  expect(instructionsIn('processor\t: 0\n')).toBe(undefined);
  expect(machine().instructions === undefined).toBe(process.platform !== 'linux');
});

test('pages name them, and older records as before', () => {
  expect(machineLine(OLD)).toBe('A CPU, 2 cores, 24.0 GiB, Linux 6.1 x64');
  expect(machineLine({ ...OLD, instructions: [] })).toBe(machineLine(OLD));
  const line = machineLine({ ...OLD, instructions: ['AVX2', 'AVX-512'] });
  expect(line).toBe('A CPU (AVX2, AVX-512), 2 cores, 24.0 GiB, Linux 6.1 x64');
});

test('an older record is of the same machine, as far as it tells', () => {
  const now = { ...OLD, instructions: ['AVX2'] };
  expect(isSameMachine(OLD, now)).toBe(true);
  expect(isSameMachine(now, { ...now })).toBe(true);
  expect(isSameMachine(now, { ...now, instructions: ['AVX2', 'AVX-512'] })).toBe(false);
  expect(isSameMachine(OLD, { ...now, cores: 4 })).toBe(false);
});
