import { ConfigError } from './config-error.js';
import type { MysqlPlace } from './database-place.js';

const SCHEMES = ['mysql:', 'mariadb:'];
const FORM = 'mysql://USER:PASSWORD@HOST:PORT/DATABASE';
const DATABASE_NAME = /^[\w$-]{1,64}$/u;
const DEFAULT_PORT = 3306;

/**
 * Reads the URL of a MySQL or MariaDB database. The URL itself is never shown: it has a password in it.
 * @param field - the setting that it comes from, for messages.
 * @throws ConfigError
 */
export function readDatabaseUrl(text: string, field: string): MysqlPlace {
  const url = parseUrl(text, field);
  if (!SCHEMES.includes(url.protocol)) throw wrong(field, `a URL that starts with ${url.protocol}`);
  if (url.hostname === '') throw wrong(field, 'a URL without a host');
  if (url.username === '') throw wrong(field, 'a URL without a user');
  if (url.search !== '' || url.hash !== '') throw wrong(field, 'a URL with ? or # in it', PERCENT);
  const name = decode(url.pathname.slice(1), field);
  if (!DATABASE_NAME.test(name)) throw wrong(field, 'a URL without the name of a database', NAME);
  return {
    kind: 'mysql',
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    user: decode(url.username, field),
    password: decode(url.password, field),
    name,
  };
}

const PERCENT = 'Write special characters of a password as %23 (#), %3F (?), %40 (@), %2F (/).';
const NAME = 'A name has 1 to 64 letters, digits, _, $ or -.';

function parseUrl(text: string, field: string): URL {
  try {
    return new URL(text);
  } catch {
    throw wrong(field, `${text.length} characters that are no URL (not shown)`, PERCENT);
  }
}

function decode(part: string, field: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw wrong(field, 'a URL with a % that stands for nothing', PERCENT);
  }
}

function wrong(field: string, found: string, help = ''): ConfigError {
  const expected = `expected ${FORM}, or nothing for a SQLite file in the data folder.`;
  return new ConfigError(`${field}: found ${found}, ${expected} ${help}`.trimEnd());
}
