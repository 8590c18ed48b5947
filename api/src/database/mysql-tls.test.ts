import type { MysqlPlace } from '../config/database-place.js';
import { peekIdentity } from '../ownership/peek-identity.js';
import { makeCertificate } from '../test/make-certificate.js';
import { dropDatabase, mysqlTestPlace } from '../test/mysql-admin.js';
import { MysqlTlsFront } from '../test/mysql-tls-front.js';
import { needsService } from '../test/services.js';
import { openMysql } from './open-mysql.js';

needsService('mysql');

const NAME = 'tls';

let front: MysqlTlsFront;
let ca: string;

beforeAll(async () => {
  const certificate = await makeCertificate();
  ca = certificate.cert;
  front = await MysqlTlsFront.before(mysqlTestPlace(NAME), certificate);
});

afterAll(async () => {
  await front[Symbol.asyncDispose]();
  await dropDatabase(mysqlTestPlace(NAME));
});

/** The database behind the front. */
function place(tls: { ca?: string }, { port } = front): MysqlPlace {
  return { ...mysqlTestPlace(NAME), host: 'localhost', port, tls };
}

it('keeps its rows by TLS on every connection', async () => {
  const orm = await openMysql(place({ ca }));
  const answers = [1, 2, 3].map((n) => orm.em.fork().execute<{ n: number }[]>('select ? as n', [n]));
  expect((await Promise.all(answers)).flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  await orm.close(true);
  expect(front.encrypted).toBeGreaterThanOrEqual(2);
});

it('is asked for its identity by TLS', async () => {
  const before = front.encrypted;
  expect(await peekIdentity(place({ ca }))).toBeUndefined();
  expect(front.encrypted).toBe(before + 1);
});

it('is not used with a server whose certificate is of an authority that nobody knows', async () => {
  await expect(openMysql(place({}))).rejects.toThrow(/self[- ]signed/u);
});

it('is not used with a server whose certificate has another name', async () => {
  const certificate = await makeCertificate('DNS:other.example.org');
  await using other = await MysqlTlsFront.before(mysqlTestPlace(NAME), certificate);
  await expect(openMysql(place({ ca: certificate.cert }, other))).rejects.toThrow('other.example.org');
});

it('is not used without TLS where it was asked for', async () => {
  await expect(openMysql({ ...mysqlTestPlace(NAME), tls: { ca } })).rejects.toThrow(/SSL|TLS|secure/iu);
});
