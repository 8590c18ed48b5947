import { type FailureReport, sumUpFailures } from './sum-up-failures.js';

function report(group: string, code: FailureReport['code'], message: string, second: number): FailureReport {
  const createdAt = `2026-11-26T12:00:0${second}.000Z`;
  const program = { id: 'p', name: 'fold' };
  const inputGroup = { id: group, name: `group ${group}`, state: 'AVAILABLE', program } as const;
  return { id: `${group}${second}`, code, counts: code !== 'MEMORY_LIMIT', message, createdAt, inputGroup };
}

test('tells for each input group and reason how often, and what was said last', () => {
  const failures = sumUpFailures([
    report('a', 'MEMORY_LIMIT', 'too large', 1),
    report('b', 'PROGRAM_PANICKED', 'last', 5),
    report('b', 'PROGRAM_PANICKED', 'first', 2),
    report('b', 'STEP_LIMIT', 'long', 3),
  ]);
  expect(
    failures.map(({ inputGroup, code, donors, counts, message }) => [
      inputGroup,
      code,
      donors,
      counts,
      message,
    ]),
  ).toEqual([
    ['group b', 'PROGRAM_PANICKED', 2, true, 'last'],
    ['group a', 'MEMORY_LIMIT', 1, false, 'too large'],
    ['group b', 'STEP_LIMIT', 1, true, 'long'],
  ]);
  expect(failures[0]).toMatchObject({
    program: 'fold',
    programId: 'p',
    inputGroupId: 'b',
    lastAt: '2026-11-26T12:00:05.000Z',
  });
});
