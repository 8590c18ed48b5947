import { DriverException, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Organization } from '../account/organization.entity.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { namePrefixFilter } from '../pagination/name-prefix.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { onMysql } from '../test/test-database.js';
import { TestServer } from '../test/test-server.js';

/** Both databases compare, keep and refuse the same texts. */

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
});

afterEach(() => server[Symbol.asyncDispose]());

it.each([
  "it's",
  'back\\slash',
  '\\',
  '"',
  '\n',
  '%',
  '_',
  '',
  ' ',
  'é',
  'é',
  'ß',
  'İ',
  '💎',
  "\\' or 1=1 -- ",
])('keeps %j as it is, and takes it for no other', async (text) => {
  const { em } = server.context();
  const id = await insertOrganization(server, text);
  for (const other of ['e', 'ss', 'i', '💍', ' x', 'x ']) await insertOrganization(server, other);
  const found = await em.find(Organization, { usernameKey: text });
  expect(found.map((organization) => organization.id)).toEqual([id]);
  expect(found[0]?.username).toBe(text);
});

it('tells upper from lower case, accents and spaces at the end apart: the keys of names alone are without case', async () => {
  for (const name of ['a', 'A', 'á', 'a ', 'ａ']) await insertOrganization(server, name);
  await expect(insertOrganization(server, 'á')).rejects.toThrow(UniqueConstraintViolationException);
  expect(await server.context().em.count(Organization, { usernameKey: 'a' })).toBe(1);
});

it.each([
  ['AB', ['ab', 'ab c', 'abc']],
  ['ab ', ['ab c']],
  ['ABC', ['abc']],
  ['é', ['éa']],
  ['%', ['%x']],
  ['', ['%x', 'a', 'ab', 'ab c', 'abc', 'b', 'éa', '💎']],
])('lets through the names that start with %j', async (prefix, names) => {
  for (const name of ['a', 'ab', 'abc', 'ab c', 'b', '%x', 'éa', '💎'])
    await insertOrganization(server, name);
  const found = await server.context().em.find(Organization, namePrefixFilter(prefix));
  expect(found.map(({ name }) => name).toSorted()).toEqual(names);
});

it('finds no hash in another case', async () => {
  const { groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
  const { em } = server.context();
  const hash = `0x${'ab'.repeat(32)}`;
  await em.nativeUpdate(InputGroup, groups[0] ?? '', { inputCommitment: hash });
  expect(await em.count(InputGroup, { inputCommitment: hash })).toBe(1);
  expect(await em.count(InputGroup, { inputCommitment: hash.toUpperCase() })).toBe(0);
  expect(await em.count(InputGroup, { id: (groups[0] ?? '').toUpperCase() })).toBe(0);
});

it('keeps a README of 64 KiB whole, and never cuts a text', async () => {
  const { id } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 0);
  const { em } = server.context();
  const readme = '\uFFFD'.repeat(64 * 1024);
  await em.execute('update program set readme = ? where id = ?', [readme, id]);
  const rows = await em.execute<{ readme: string }[]>('select readme from program where id = ?', [id]);
  expect(rows[0]?.readme === readme).toBe(true);
  const tooLong = em.execute('update program set program_hash = ? where id = ?', ['x'.repeat(67), id]);
  if (onMysql()) await expect(tooLong).rejects.toThrow(DriverException);
  else await tooLong;
});

it('keeps moments to the millisecond', async () => {
  const { groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
  const { em } = server.context();
  const moment = new Date('2030-10-27T00:30:00.123Z');
  await em.nativeUpdate(InputGroup, groups[0] ?? '', { provenAt: moment });
  expect((await em.findOneOrFail(InputGroup, groups[0] ?? '')).provenAt).toEqual(moment);
  expect(
    await em.count(InputGroup, { provenAt: { $gt: new Date(moment.getTime() - 1), $lte: moment } }),
  ).toBe(1);
});
