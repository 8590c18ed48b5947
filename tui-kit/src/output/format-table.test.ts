import { formatTable } from './format-table.js';

test('sets columns by what is seen of them', () => {
  const rows = [
    { name: '折り紙', steps: 92 },
    { name: 'a\u001b[31mb\nc', steps: 1_704_331 },
  ];
  const table = formatTable(
    [
      { title: 'name', value: (row) => row.name, paint: (text) => `<${text}>` },
      { title: 'steps', value: (row) => row.steps, align: 'right' },
    ],
    rows,
  );
  expect(table).toBe('name      steps\n<折り紙>       92\n<ab c  >  1704331');
});

test('cuts what is too long', () => {
  const table = formatTable(
    [{ title: 'name', value: (row: string) => row, maxWidth: 5 }],
    ['abcdef', 'abcde', '折り紙紙'],
  );
  expect(table.split('\n')).toEqual(['name', 'abcd…', 'abcde', '折り…']);
});
