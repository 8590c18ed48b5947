import { MAX_ANSWER_BYTES } from '@cairn/shared-schema';
import { Program } from '../program/program.entity.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';

/** Each character takes two in JSON: the query's cost counts it once. */
const README = '"'.repeat(64 * 1024);
const PROGRAMS = 50;

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
  const organization = await insertOrganization(server, 'ada');
  for (let n = 0; n < PROGRAMS; n += 1) await insertProgram(server, organization, `program ${n}`, 0);
  await server.context().em.nativeUpdate(Program, {}, { readme: README });
});

afterAll(() => server[Symbol.asyncDispose]());

const read = (first: number) =>
  server.ask(`{ programs(first: ${first}) { nodes { a: readme b: readme c: readme } } }`);

it('refuses an answer that is longer than one may be, and gives it by halves', async () => {
  expect(PROGRAMS * 3 * 2 * README.length).toBeGreaterThan(MAX_ANSWER_BYTES);
  const { data, errors } = await read(PROGRAMS);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { extensions: { code: 'ANSWER_TOO_LARGE', help: expect.stringContaining('smaller `first`') } },
  ]);
  const half = await read(PROGRAMS / 2);
  expect(half.errors).toEqual([]);
  const shown = { a: README, b: README, c: README };
  expect(half.data).toEqual({ programs: { nodes: Array.from({ length: PROGRAMS / 2 }, () => shown) } });
});
