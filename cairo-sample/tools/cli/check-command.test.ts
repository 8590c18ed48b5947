import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedResults } from '../expected-results.js';
import { run } from '../test/run.js';
import { temporaryFolder } from '../test/temporary-folder.js';

const { groups } = expectedResults('HPPHPPHPPH', 3);

async function check(content: string) {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'results.json');
  await writeFile(file, content);
  return run(['check', '--results', file]);
}

test('results that are right are drawn, with exit code 0', async () => {
  const { code, stdout, stderr } = await check(JSON.stringify(groups));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('◉');
  expect(stdout).toContain('as OEIS A001411 has it');
});

test('a count that brute force does not find is told, with exit code 1', async () => {
  const [first, second, ...others] = groups;
  if (first === undefined || second === undefined) throw new Error('the search has no groups');
  const changed = [{ ...first, best: first.best + 1 }, second, ...others];
  const { code, stderr } = await check(JSON.stringify(changed));
  expect(code).toBe(1);
  expect(stderr).toContain(`${first.name}: energy ${first.energy}, ${first.best + 1} best`);
});

test('a missing group is named, with exit code 1', async () => {
  const { code, stdout } = await check(JSON.stringify(groups.slice(1)));
  expect(code).toBe(1);
  expect(stdout).toContain('missing       1: HPPHPPHPPH-EEE');
});

test.each([
  ['[', 'is not JSON'],
  ['{}', 'holds no list'],
  ['[1]', 'a result is 1, expected an object'],
  ['[]', 'There are no results'],
])('%p is bad input', async (content, message) => {
  const { code, stdout, stderr } = await check(content);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
