import { steadyReport } from './steady-report.mjs';

test('says news, and not too often', () => {
  let now = 0;
  const said: string[] = [];
  const report = steadyReport(
    (line) => said.push(line),
    100,
    () => now,
  );
  for (const [at, line] of [
    [0, 'a'],
    [50, 'b'],
    [100, 'a'],
    [150, 'c'],
    [250, 'd'],
  ] as const) {
    now = at;
    report(line);
  }
  expect(said).toEqual(['a', 'c', 'd']);
});
