import { ConfigError } from './config-error.js';
import { readDatabaseUrl } from './database-url.js';

it('reads where the database is', () => {
  expect(readDatabaseUrl('mysql://cairn:p%40ss%2Fw%23@db.example:3307/my-db', 'f')).toEqual({
    kind: 'mysql',
    host: 'db.example',
    port: 3307,
    user: 'cairn',
    password: 'p@ss/w#',
    name: 'my-db',
  });
  expect(readDatabaseUrl('mariadb://root@[::1]/x', 'f')).toMatchObject({
    host: '::1',
    port: 3306,
    password: '',
  });
});

it.each([
  ['postgres://u:secret@h/d', 'found a URL that starts with postgres:'],
  ['u:secret', 'found a URL that starts with u:'],
  ['secret', 'found 6 characters that are no URL'],
  ['mysql:///d', 'found a URL without a host'],
  ['mysql://h/d', 'found a URL without a user'],
  ['mysql://u:secret@h', 'found a URL without the name of a database'],
  ['mysql://u:secret@h/a/b', 'found a URL without the name of a database'],
  ['mysql://u:secret@h/a`b', 'found a URL without the name of a database'],
  ['mysql://u:secret@h/d?ssl=1', 'found a URL with ? or #'],
  ['mysql://u:secret%@h/d', 'found a URL with a % that stands for nothing'],
])('refuses %s and does not show its password', (url, message) => {
  let refusal: unknown;
  try {
    readDatabaseUrl(url, 'database_url');
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(ConfigError);
  const text = (refusal as ConfigError).message;
  expect(text).toContain(`database_url: ${message}`);
  expect(text).toContain('expected mysql://USER:PASSWORD@HOST:PORT/DATABASE');
  expect(text).not.toContain('secret');
});
