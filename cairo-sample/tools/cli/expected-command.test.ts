import { readFile } from 'node:fs/promises';
import { demoPlan } from '../demo-plan.js';
import { run } from '../test/run.js';

test('prints what the committed file says', async () => {
  const { code, stdout } = await run(['expected']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(demoPlan.expectedFile, 'utf8')));
});
