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
  ['PUT', '/program/all/of/them?secret=1', '/program/all/of/them'],
  ['DELETE', `/${'x'.repeat(300)}`, `/${'x'.repeat(199)}`],
])('answers %s %s, which is no route, in the envelope', async (method, path, shown) => {
  const answer = await fetch(`${server.url}${path}`, { method });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    status: 'error',
    error_code: 'INVALID_REQUEST',
    error_message: `There is no ${method} ${shown} here. Check the method and the path: GET /docs/rest lists all of REST, GraphQL is at POST /graphql.`,
  });
});

it.each([
  ['PUT', '/program/all', 'GET, HEAD', 'This path has no PUT: expected GET or HEAD.'],
  ['GET', '/account/login', 'POST', 'This path has no GET: expected POST.'],
  ['DELETE', '/program/upload', 'POST', 'This path has no DELETE: expected POST.'],
  ['OPTIONS', '/program/x', 'GET, HEAD, DELETE', 'This path has no OPTIONS: expected GET or HEAD or DELETE.'],
])(
  'answers %s %s, which is no method of this path, with those that are',
  async (method, path, allow, message) => {
    const answer = await fetch(`${server.url}${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    const envelope = { status: 'error', error_code: 'INVALID_REQUEST' };
    expect(await answer.json()).toMatchObject({
      ...envelope,
      error_message: expect.stringContaining(message),
    });
  },
);

it.each([
  ['a path that is none', 'GET', '/program/%ZZ', undefined, 'The path is no valid URL'],
  ['an endless path', 'GET', `/program/${'x'.repeat(5000)}`, undefined, 'too long to be an id'],
  ['a text', 'POST', '/account/login', 'text/plain', 'a content type that is not taken here'],
])('answers %s in the envelope', async (_what, method, path, type, message) => {
  const sent = type === undefined ? {} : { body: '{}', headers: { 'content-type': type } };
  const answer = await fetch(`${server.url}${path}`, { method, ...sent });
  expect(answer.status).toBe(400);
  const envelope = { status: 'error', error_code: 'INVALID_REQUEST' };
  expect(await answer.json()).toMatchObject({ ...envelope, error_message: expect.stringContaining(message) });
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
