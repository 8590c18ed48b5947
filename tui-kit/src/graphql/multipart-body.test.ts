import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { UsageError } from '../errors/usage-error.js';
import { FileUpload } from './file-upload.js';
import { multipartBody } from './multipart-body.js';

test('is read back as operation, map and file', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a "quoted" name.csv');
  const content = Buffer.alloc(200_000, 'x,y\r\n--');
  await writeFile(path, content);
  const sizes: number[] = [];
  const multipart = multipartBody(
    '{"query":"q"}',
    [
      { path: 'variables.a', upload: FileUpload.fromPath(path, 'text/csv') },
      { path: 'variables.b', upload: FileUpload.fromText('b.csv', 'é') },
    ],
    (bytes) => sizes.push(bytes),
  );
  const headers = { 'content-type': multipart.contentType };
  const form = await new Response(multipart.body, { headers }).formData();
  expect([...form.keys()]).toEqual(['operations', 'map', '0', '1']);
  expect(form.get('operations')).toBe('{"query":"q"}');
  expect(form.get('map')).toBe('{"0":["variables.a"],"1":["variables.b"]}');
  const file = form.get('0') as File;
  expect(file.name).toBe('a _quoted_ name.csv');
  expect(file.type).toBe('text/csv');
  expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  expect(await (form.get('1') as File).text()).toBe('é');
  expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
});

test('names a file that cannot be read', async () => {
  const upload = FileUpload.fromPath('/nowhere/a.csv');
  const { body } = multipartBody('{}', [{ path: 'variables.a', upload }]);
  const read = async (): Promise<void> => {
    for await (const _ of body);
  };
  const error = await read().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toHaveProperty('message', expect.stringContaining('cannot read the file /nowhere/a.csv'));
});
