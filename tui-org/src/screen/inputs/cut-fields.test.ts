import { cutFields, cutOf, FILE_FIELDS, fileToCut } from './cut-fields.js';

const answers = (
  fields: readonly { readonly name: string; readonly choices?: readonly string[] }[],
  at: number,
) => Object.fromEntries(fields.flatMap(({ name, choices }) => (choices ? [[name, choices[at] ?? '']] : [])));

test('what is chosen at first cuts every so many rows of values', () => {
  const file = fileToCut({ path: '/runs.csv', ...answers(FILE_FIELDS, 0) });
  expect(file).toEqual({ path: '/runs.csv', byColumn: false, header: false });
  const fields = cutFields(file, ['1', '2']);
  expect(fields.map(({ name }) => name)).toEqual(['rows']);
  expect(fields[0]?.check?.('0')).toMatch(/^the number is "0"\. Expected: a whole number of rows/u);
  expect(cutOf(file, { rows: '20' })).toEqual({ header: false, by: { rows: 20 } });
});

test('a column is asked for with what the first row has', () => {
  const file = fileToCut({ path: '/runs.csv', ...answers(FILE_FIELDS, 1) });
  expect(file).toMatchObject({ byColumn: true, header: true });
  const fields = cutFields(file, ['city', 'se\u001b[31med', 'x'.repeat(100)]);
  const [column] = fields;
  expect(column?.help).toBe(`Its number or name: 1 = city, 2 = seed, 3 = ${'x'.repeat(24)}…`);
  expect(['city', '2'].map((value) => column?.check?.(value))).toEqual([undefined, undefined]);
  expect(column?.check?.('4')).toContain('there is no column 4');
  expect(column?.check?.('town')).toContain('there is no column named "town"');
  expect(cutOf(file, { column: 'city', ...answers(fields, 0) })).toMatchObject({
    by: { column: 'city', keep: true },
  });
  expect(cutOf(file, { column: '2', ...answers(fields, 1) })).toMatchObject({
    by: { column: 2, keep: false },
  });
});

test('without names a column has a number', () => {
  const [column] = cutFields({ path: '/runs.csv', byColumn: true, header: false }, ["'a'", '7']);
  expect(column?.help).toBe("Its number; in the first row stands: 1 = 'a', 2 = 7");
  expect(column?.check?.('city')).toContain('Expected: the number of a column, from 1.');
});
