import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ERROR_CODES } from '@cairn/shared-schema';
import { ExitCode } from './exit-code.js';
import { helpForServerCode } from './help-for-server-code.js';
import { ServerRefusedError } from './server-refused-error.js';

test('is the table of the README', async () => {
  const readme = await readFile(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Exit codes'), readme.indexOf('## Kinds of error'));
  const documented = [...table.matchAll(/^\| ([\d, ]+) \|/gmu)].flatMap(([, codes]) =>
    (codes ?? '').split(',').map(Number),
  );
  expect(documented.toSorted()).toEqual(Object.values(ExitCode).toSorted());
});

test.each([
  ['WRONG_CREDENTIALS', 2],
  ['PROOF_REJECTED', 1],
  ['INTERNAL_SERVER_ERROR', 4],
  ['SERVER_BUSY', 69],
  ['A_CODE_OF_THE_FUTURE', 2],
])('the refusal %s ends with %i', (code, exitCode) => {
  expect(new ServerRefusedError(code, 'no').exitCode).toBe(exitCode);
});

test('knows no code that the server does not have', () => {
  const known = Object.keys(ERROR_CODES).filter((code) => helpForServerCode(code) !== undefined);
  expect(known.length).toBeGreaterThan(5);
  expect(helpForServerCode('PROGRAM_NAME_TAKEN')).toContain('choose another name');
  expect(helpForServerCode('toString')).toBeUndefined();
});

test("prefers the server's own advice", () => {
  expect(new ServerRefusedError('WRONG_CREDENTIALS', 'no', { help: 'Reset it\u001b[2J.' }).help).toBe(
    'Reset it.',
  );
});
