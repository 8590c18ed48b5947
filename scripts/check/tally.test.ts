import { cargoTally } from './cargo-tally.mjs';
import { jestTally } from './jest-tally.mjs';
import { summaryLine, sumOf, tallyOfOne } from './tally.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

test('adds up and writes the last line', () => {
  const sum = sumOf([tallyOfOne(0), tallyOfOne(1), { passed: 5, failed: 0, skipped: 2 }]);
  expect(sum).toEqual({ passed: 6, failed: 1, skipped: 2 });
  expect(summaryLine(sum)).toBe('6 passed, 1 failed, 2 skipped');
  expect(summaryLine({ ...none, passed: 3 })).toBe('3 passed, 0 failed');
});

const cargoText = [
  'running 3 tests',
  'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s',
  'test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.00s',
  '   Doc-tests cairn_prover',
  'test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s',
].join('\n');

test('adds up the binaries of cargo test', () => {
  expect(cargoTally(cargoText, 101)).toEqual({ passed: 4, failed: 2, skipped: 1 });
});

test.each([
  ['what does not compile', 'error: could not compile', 101],
  ['no test at all', 'test result: ok. 0 passed; 0 failed; 0 ignored;', 0],
  ['no result at all', '', 0],
])('counts %s as a failure of cargo test', (_, text, exitCode) => {
  expect(cargoTally(text, exitCode)).toEqual({ ...none, failed: 1 });
});

const report = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

test('reads the report of jest', () => {
  expect(jestTally(report, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  expect(jestTally({ ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1).failed).toBe(3);
});

test.each([
  ['no report', undefined, 1],
  ['no test', { ...report, numPassedTests: 0 }, 0],
  ['a bad exit code with no failed test', report, 1],
])('counts %s as a failure of jest', (_, written, exitCode) => {
  expect(jestTally(written, exitCode).failed).toBe(1);
});
