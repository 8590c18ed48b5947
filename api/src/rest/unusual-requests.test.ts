import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { TestServer } from '../test/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

it.each([
  ['GET', '/etc', '/etc'],
  ['PUT', '/program/all?secret=1', '/program/all'],
  ['DELETE', `/${'x'.repeat(300)}`, `/${'x'.repeat(199)}`],
])('answers %s %s, which is no route, in the envelope', async (method, path, shown) => {
  const answer = await fetch(`${server.url}${path}`, { method });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    status: 'error',
    error_code: 'INVALID_REQUEST',
    error_message: `There is no ${method} ${shown} here. Check the method and the path; GraphQL is at POST /graphql.`,
  });
});

it('does not take an upload that breaks off for a defect', async () => {
  const upload = request(`${server.url}/program/proof`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 100_000 },
  });
  upload.on('error', () => undefined);
  upload.write('--x\r\ncontent-disposition: form-data; name="file"; filename="p"\r\n\r\nhalf');
  const waiting = join(server.folder, 'files', 'temporary');
  await until(async () => (await readdir(waiting)).length > 0);
  upload.destroy();
  await until(() => server.logged.some((line) => line.includes('"err"')));
  expect(server.logged.filter((line) => line.includes('the sender broke off'))).toHaveLength(1);
  expect(server.logged.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
