import { textOf } from '../lines/line.js';
import { editText } from './edit-text.js';
import { formLines } from './form-lines.js';
import { answersOf, type Field, pressInForm, startForm } from './form-state.js';

const FIELDS: readonly Field[] = [
  {
    name: 'cpus',
    label: 'CPUs',
    initial: '2',
    help: 'How many.',
    check: (value) => (value === '' ? 'say a number' : undefined),
  },
  { name: 'mode', label: 'Mode', initial: 'auto', choices: ['auto', 'full'] },
  { name: 'key', label: 'Key', initial: '', secret: true },
];

function press(...names: string[]) {
  return names.reduce(
    (state, name) => pressInForm(FIELDS, state, name.length === 1 ? { name, text: name } : { name }),
    startForm(FIELDS),
  );
}

test.each([
  [['x'], 'abxc', 3],
  [['left', 'backspace'], 'bc', 0],
  [['delete'], 'ab', 2],
  [['home', 'x'], 'xabc', 1],
  [['end', 'x'], 'abcx', 4],
  [['ctrl-u'], 'c', 0],
  [['left', 'left', 'left', 'backspace'], 'abc', 0],
])('%j edits', (names, text, cursor) => {
  const edited = names.reduce(
    (before, name) => editText(before, name.length === 1 ? { name, text: name } : { name }),
    { text: 'abc', cursor: 2 },
  );
  expect(edited).toEqual({ text, cursor });
});

test('what is pasted is cleaned', () => {
  const pasted = editText({ text: '', cursor: 0 }, { name: 'paste', text: 'a\u001B[2Jb\nc' });
  expect(pasted).toEqual({ text: 'ab c', cursor: 4 });
});

test('goes from field to field, and sends at the end', () => {
  const sent = press('backspace', '1', 'enter', 'right', 'tab', 'k', 'enter');
  expect(sent.end).toBe('sent');
  expect(answersOf(FIELDS, sent)).toEqual({ cpus: '1', mode: 'full', key: 'k' });
  expect(press('esc').end).toBe('left');
});

test('does not leave a field that is wrong, but lets one go back', () => {
  expect(press('backspace', 'enter')).toMatchObject({ at: 0, problem: 'say a number' });
  expect(press('tab', 'up')).toMatchObject({ at: 0, problem: undefined });
  expect(press('tab', 'tab', 'tab')).toMatchObject({ at: 2 });
});

test('choices go round', () => {
  expect(answersOf(FIELDS, press('tab', 'left')).mode).toBe('full');
  expect(answersOf(FIELDS, press('tab', 'space', 'space')).mode).toBe('auto');
});

test('of what is too long for its line the end that is typed stays in sight', () => {
  const long = [{ name: 'hours', label: 'hours', initial: 'mon-fri 18:00-08:00, sat-sun 0:00-24:00' }];
  const [row = []] = formLines(long, startForm(long), 30);
  expect(textOf(row)).toBe('❯ hours  … sat-sun 0:00-24:00 ');
});

test('begins with what was wrong the last time', () => {
  expect(startForm(FIELDS, 'too many').problem).toBe('too many');
  expect(
    pressInForm(FIELDS, startForm(FIELDS, 'too many'), { name: 'x', text: 'x' }).problem,
  ).toBeUndefined();
});

test('shows the field at hand, its help, what is wrong, and no secret', () => {
  const text = formLines(FIELDS, press('backspace', 'enter'), 30).map(textOf);
  expect(text).toEqual(['❯ CPUs   ', '  Mode  auto', '  Key   ', '', 'How many.', '✗ say a number']);
  const secret = formLines(FIELDS, press('tab', 'tab', 'a', 'b'), 30).map(textOf);
  expect(secret[2]).toBe('❯ Key   •• ');
});

test('spaces around an answer are dropped, but those of a secret belong to it', () => {
  const spaced = press('home', ' ', 'tab', 'tab', ' ', 'k', ' ');
  expect(answersOf(FIELDS, spaced)).toEqual({ cpus: '2', mode: 'auto', key: ' k ' });
});
