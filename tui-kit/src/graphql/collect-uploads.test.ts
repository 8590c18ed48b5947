import { collectUploads } from './collect-uploads.js';
import { FileUpload } from './file-upload.js';

test('takes files out at any depth and names their places', () => {
  const first = FileUpload.fromText('a.csv', '1');
  const second = FileUpload.fromText('b.csv', '2');
  const groups = [
    { name: 'a', file: first },
    { name: 'b', file: second },
  ];
  const { variables, uploads } = collectUploads({ input: { programId: '7', groups } });
  expect(variables).toEqual({
    input: {
      programId: '7',
      groups: [
        { name: 'a', file: null },
        { name: 'b', file: null },
      ],
    },
  });
  expect(uploads).toEqual([
    { path: 'variables.input.groups.0.file', upload: first },
    { path: 'variables.input.groups.1.file', upload: second },
  ]);
  expect(groups[0]?.file).toBe(first);
});

test('leaves variables without files as they are', () => {
  const variables = { a: null, b: [1, 'two', true], c: {} };
  expect(collectUploads(variables)).toEqual({ variables, uploads: [] });
});
