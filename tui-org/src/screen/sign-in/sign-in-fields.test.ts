import { differing, logInFields, registerFields } from './sign-in-fields.js';

const problem = (fields: ReturnType<typeof logInFields>, name: string, value: string) =>
  fields.find((field) => field.name === name)?.check?.(value);

test.each([
  ['username', ''],
  ['username', 'a\u0007'],
  ['name', ''],
  ['name', 'x'.repeat(101)],
  ['description', 'x'.repeat(2001)],
  ['password', 'short'],
])('an account is not made with the %s %j', (name, value) => {
  expect(problem(registerFields({}), name, value)).toEqual(expect.any(String));
});

test('fills in what was typed before, but no password', () => {
  const before = { username: 'lab', name: 'Lab', description: 'folds', password: 'correct horse' };
  const filled = registerFields(before).map(({ initial }) => initial);
  expect(filled).toEqual(['lab', 'Lab', 'folds', '', '']);
  expect(logInFields(before).map(({ initial }) => initial)).toEqual(['lab', '']);
  for (const { name, initial, check } of registerFields(before)) {
    if (initial !== '') expect([name, check?.(initial)]).toEqual([name, undefined]);
  }
});

test('the two passwords have to be one', () => {
  expect(differing({ password: 'a', again: 'b' })).toContain('differ');
  expect(differing({ password: 'a', again: 'a' })).toBeUndefined();
});
