import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { completePath, typedPath } from './complete-path.js';
import { type Field, pressInForm, startForm } from './form-state.js';

const isCsv = (name: string): boolean => name.endsWith('.csv');

test('completes as far as it is clear, and tells what it may be', async () => {
  await using folder = await temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  await mkdir(at('inputs-old'));
  await mkdir(at('.hidden'));
  for (const name of ['inputs-1.csv', 'inputs-2.csv', 'inputs-\u001b[2J.csv', 'notes.txt'])
    await writeFile(at(name), '1');
  expect(completePath(at('inp'), isCsv)).toEqual({
    text: at('inputs-'),
    matches: ['inputs-1.csv', 'inputs-2.csv', 'inputs-old/'],
  });
  expect(completePath(at('inputs-o'), isCsv)).toEqual({ text: at('inputs-old/'), matches: ['inputs-old/'] });
  expect(completePath(at('no'), isCsv)).toEqual({ text: at('no'), matches: [] });
  expect(completePath(at('.h'), isCsv).matches).toEqual(['.hidden/']);
  expect(completePath(at('not there/x'), isCsv).matches).toEqual([]);
  expect(completePath(`${folder.path}/`, isCsv).matches).toHaveLength(3);
});

test('~ is the home folder', () => {
  expect([typedPath('~'), typedPath('~/x'), typedPath('~x')]).toEqual([
    homedir(),
    join(homedir(), 'x'),
    '~x',
  ]);
});

test('in a form Tab completes, then tells what it may be, then goes on', () => {
  const complete = (value: string) => ({ text: value === 'a' ? 'ab' : value, matches: ['abc', 'abd'] });
  const fields: Field[] = [
    { name: 'path', label: 'Path', initial: 'a', complete },
    { name: 'other', label: 'Other', initial: '' },
  ];
  const once = pressInForm(fields, startForm(fields), { name: 'tab' });
  expect(once).toMatchObject({ at: 0, values: { path: { text: 'ab', cursor: 2 } }, matches: ['abc', 'abd'] });
  expect(pressInForm(fields, once, { name: 'tab' })).toMatchObject({ at: 1 });
  const typed = pressInForm(fields, once, { name: 'x', text: 'x' });
  expect(typed.matches).toBeUndefined();
  expect(pressInForm(fields, typed, { name: 'tab' })).toMatchObject({ at: 0, matches: ['abc', 'abd'] });
});
