import { defaultCpus, readCpus } from './read-cpus.js';
import { SettingProblem } from './resolve-setting.js';

test.each([
  ['0.001', 0.001],
  ['1', 1],
  [' 3.5 ', 3.5],
  ['.5', 0.5],
  ['4.', 4],
  [2, 2],
])('reads %j', (found, cpus) => {
  expect(readCpus(found, 4)).toBe(cpus);
});

function problem(found: unknown): SettingProblem {
  try {
    throw new Error(`it took ${readCpus(found, 4)}`);
  } catch (error) {
    if (error instanceof SettingProblem) return error;
    throw error;
  }
}

test.each([
  ['4.001', 'reduce it to 4 or less'],
  ['0', 'raise it to 0.001 or more'],
  ['0.0009', 'raise it to 0.001 or more'],
  ['1,5', 'write the decimals with a point: 1.5'],
  ['-1', undefined],
  ['', undefined],
  ['1e3', undefined],
  ['0x1', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  [null, undefined],
])('refuses %j and names the limit', (found, help) => {
  const { expected, help: told } = problem(found);
  expect(expected).toBe('a number from 0.001 to 4, the number of CPUs of this machine');
  expect(told).toBe(help);
});

test('leaves one CPU to the person by default', () => {
  expect([1, 2, 8].map(defaultCpus)).toEqual([1, 1, 7]);
});
