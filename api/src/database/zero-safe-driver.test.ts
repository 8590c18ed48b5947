import { Organization } from '../account/organization.entity.js';
import { insertOrganization } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('a text with a zero character', () => {
  it.each(["a\0b'c", '\0', "'\0"])('%j is compared as it is', async (text) => {
    await insertOrganization(server, text);
    const { em } = server.context();
    const found = await em.find(Organization, { username: { $in: [text, `${text}x`] } });
    expect(found.map(({ username }) => username)).toEqual([text]);
    expect(await em.count(Organization, { username: `${text}x` })).toBe(0);
  });

  it('names nothing, in every place of a request', async () => {
    const program = await server.ask('query ($id: ID!) { program(id: $id) { id } }', { id: 'a\0' });
    expect(program).toMatchObject({ data: { program: null }, errors: [] });
    const answer = await fetch(`${server.url}/account/organizations?name_filter=a%00&page=1&limit=1`);
    expect(answer.status).toBe(200);
  });
});
