import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { answeringServer, temporaryFolder } from '@cairn/tui-kit/test';
import { ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { FileUpload } from './file-upload.js';
import { GraphqlClient } from './graphql-client.js';
import type { GraphqlDocument } from './graphql-document.js';

const hello: GraphqlDocument<{ hello: string }, { name?: string; file?: Blob }> = {
  toString: () => 'query Hello($name: String) { hello(name: $name) }',
};

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => ({ unexpected: value }),
    (error: unknown) => error,
  );
}

test('sends operation, variables and token, and gives the data back', async () => {
  await using server = await answeringServer(async (request, response) => {
    const seen = {
      ...JSON.parse(await text(request)),
      path: request.url,
      token: request.headers.authorization,
    };
    response.end(JSON.stringify({ data: { hello: JSON.stringify(seen) } }));
  });
  const client = new GraphqlClient({ serverUrl: `${server.url}/cairn`, token: () => 'secret' });
  const answer = await client.request(hello, { name: 'you' });
  expect(JSON.parse(answer.hello)).toEqual({
    query: hello.toString(),
    variables: { name: 'you' },
    path: '/cairn/graphql',
    token: 'Bearer secret',
  });
});

test('sends files as multipart, with the header that Apollo asks for', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'input.csv');
  await writeFile(path, '1,2,3');
  await using server = await answeringServer(async (request, response) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(await text(request), { headers }).formData();
    const content = await (form.get('0') as File).text();
    response.end(
      JSON.stringify({ data: { hello: `${request.headers['apollo-require-preflight']} ${content}` } }),
    );
  });
  const client = new GraphqlClient({ serverUrl: server.url });
  expect(await client.request(hello, { file: FileUpload.fromPath(path) })).toEqual({ hello: 'true 1,2,3' });
  const missing = await failure(client.request(hello, { file: FileUpload.fromPath('/nowhere/x') }));
  expect(missing).toHaveProperty('message', expect.stringContaining('cannot read the file /nowhere/x'));
});

test('turns a refusal into its code, without what could drive a terminal', async () => {
  await using server = await answeringServer((_, response) => {
    const extensions = { code: 'PROOF_REJECTED', reason: 'WRONG_INPUT', stacktrace: ['at secret.ts'] };
    response.writeHead(200).end(JSON.stringify({ errors: [{ message: 'no\u001b[2J', extensions }] }));
  });
  const error = await failure(new GraphqlClient({ serverUrl: server.url }).request(hello, {}));
  expect(error).toBeInstanceOf(ServerRefusedError);
  expect(error).toMatchObject({
    code: 'PROOF_REJECTED',
    message: 'no',
    exitCode: 1,
    details: { reason: 'WRONG_INPUT' },
  });
  expect(error).not.toHaveProperty('details.stacktrace');
});

test('says that nobody listens there', async () => {
  const server = await answeringServer(() => {});
  await server[Symbol.asyncDispose]();
  const error = await failure(new GraphqlClient({ serverUrl: server.url }).request(hello, {}));
  expect(error).toBeInstanceOf(ServerUnreachableError);
  expect(error).toMatchObject({
    message: `cannot reach the server at ${server.url} (connection refused)`,
    help: 'Is the server running? Start one with `npm start`, or name another with --server URL',
    exitCode: 69,
  });
});

test('gives up when nothing moves', async () => {
  await using server = await answeringServer(() => {});
  const error = await failure(new GraphqlClient({ serverUrl: server.url, timeoutMs: 50 }).request(hello, {}));
  expect(error).toMatchObject({ message: expect.stringContaining('no answer within 0.05 s'), exitCode: 69 });
});

test('throws the reason of the signal that ended it', async () => {
  const controller = new AbortController();
  await using server = await answeringServer(() => controller.abort(new Error('enough')));
  const client = new GraphqlClient({ serverUrl: server.url });
  await expect(client.request(hello, {}, { signal: controller.signal })).rejects.toThrow('enough');
});

test.each([
  [200, '<html>hello</html>', UnexpectedAnswerError],
  [404, '{"status":"error"}', UnexpectedAnswerError],
  [502, 'bad gateway', ServerUnreachableError],
  [503, '', ServerRefusedError],
  [
    400,
    '{"errors":[{"message":"no field","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
    UnexpectedAnswerError,
  ],
])('understands status %i with %j', async (status, body, kind) => {
  await using server = await answeringServer((_, response) => void response.writeHead(status).end(body));
  expect(await failure(new GraphqlClient({ serverUrl: server.url }).request(hello, {}))).toBeInstanceOf(kind);
});

test('takes from an unexpected answer what could drive a terminal', async () => {
  const message = 'no\u001B]52;c;ZXZpbA==\u0007 field';
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  await using server = await answeringServer((_, response) => void response.writeHead(400).end(body));
  const error = await failure(new GraphqlClient({ serverUrl: server.url }).request(hello, {}));
  expect(error).toMatchObject({ message: expect.stringContaining('(no field)') });
});

test('never follows a redirect with its token', async () => {
  const visited: string[] = [];
  await using other = await answeringServer((request, response) => {
    visited.push(request.url ?? '');
    response.end('{}');
  });
  await using server = await answeringServer(
    (_, response) => void response.writeHead(307, { location: other.url }).end(),
  );
  const client = new GraphqlClient({ serverUrl: server.url, token: () => 'secret' });
  expect(await failure(client.request(hello, {}))).toBeInstanceOf(Error);
  expect(visited).toEqual([]);
});
