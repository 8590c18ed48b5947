import { TestServer } from '../test/test-server.js';

/** A request whose file has a name that no header may have. */
const BODY = [
  ['name="operations"', '{"query":"{ __typename }"}'],
  ['name="map"', '{}'],
  ['name="0"; filename="a\u001b"', 'x'],
]
  .map(([names, value]) => `--X\r\ncontent-disposition: form-data; ${names}\r\n\r\n${value}\r\n`)
  .join('');

it.each([BODY, `${BODY}--X--\r\n`])('outlives a part that cannot be read', async (body) => {
  await using server = await TestServer.start();
  const headers = { 'content-type': 'multipart/form-data; boundary=X', 'apollo-require-preflight': '1' };
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
  await answer.text();
  expect(await server.ask('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
});
