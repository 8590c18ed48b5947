import { homedir } from 'node:os';
import { dataDirOf, parseMaxSteps, parseRunFlags } from './parse-run-flags.js';

test('reads what was given', () => {
  expect(parseRunFlags({ mode: 'prove', count: '3', wait: true, program: 'p' })).toEqual({
    mode: 'prove',
    count: 3,
    wait: true,
    programId: 'p',
  });
  expect(parseMaxSteps({ maxSteps: '1000' })).toBe(1000);
});

test('has a default for each', () => {
  expect(parseRunFlags({})).toEqual({ mode: 'auto', count: undefined, wait: false });
  expect(parseMaxSteps({})).toBeUndefined();
});

test.each([
  [{ mode: 'ful' }, '--mode is "ful"', 'auto, full, execute, prove'],
  [{ count: '0' }, '--count is "0"', 'a whole number from 1'],
  [{ count: '1.5' }, '--count is "1.5"', 'a whole number from 1'],
  [{ count: '-1' }, '--count is "-1"', 'a whole number from 1'],
])('explains %j', (flags, message, expected) => {
  const parse = () => parseRunFlags(flags);
  expect(parse).toThrow(message);
  expect(parse).toThrow(expect.objectContaining({ expected, exitCode: 2 }));
});

test.each([
  [{ dataDir: '/a/b' }, { XDG_DATA_HOME: '/x' }, '/a/b'],
  [{}, { XDG_DATA_HOME: '/x' }, '/x/cairn/donor'],
  [{}, { XDG_DATA_HOME: 'relative' }, `${homedir()}/.local/share/cairn/donor`],
  [{}, {}, `${homedir()}/.local/share/cairn/donor`],
])('keeps its place for %j with %j in %s', (flags, env, dataDir) => {
  expect(dataDirOf(flags, env)).toBe(dataDir);
});
