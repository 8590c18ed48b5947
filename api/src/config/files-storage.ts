import type { FilesPlace } from '../files/files-place.js';
import { ConfigError } from './config-error.js';
import type { ConfigFile } from './config-file.js';

const REGION = /^[a-z0-9-]{1,64}$/u;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
const FORM = 'region, bucket, key id and key secret';

/**
 * Where files are kept: on S3 when a connection string is set. The string itself is never shown: it has a secret in it.
 * @throws ConfigError
 */
export function readFilesStorage(settings: ConfigFile['files_storage']): FilesPlace {
  const { connection_string: text, arguments_serarator: separator } = settings;
  if (text === '') {
    if (settings.endpoint === '') return { kind: 'disk' };
    throw wrong('connection_string', 'nothing beside files_storage.endpoint', `${FORM}, or neither`);
  }
  if (separator === '')
    throw wrong(
      'arguments_serarator',
      'nothing',
      'what separates the parts of connection_string, such as ":"',
    );
  const parts = text.split(separator);
  const [region = '', bucket = '', keyId = '', keySecret = ''] = parts;
  if (parts.length !== 4 || keyId === '' || keySecret === '') throw notFour(parts, separator);
  if (!REGION.test(region))
    throw wrong('connection_string', `the region ${JSON.stringify(region)}`, 'one such as eu-central-1');
  if (!BUCKET.test(bucket))
    throw wrong(
      'connection_string',
      `the bucket ${JSON.stringify(bucket)}`,
      '3 to 63 small letters, digits, dots and dashes',
    );
  const endpoint = readEndpoint(settings.endpoint);
  return { kind: 's3', region, bucket, keyId, keySecret, ...(endpoint !== undefined && { endpoint }) };
}

function readEndpoint(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url !== undefined && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
  if (plain && url.search === '' && url.hash === '' && url.pathname === '/') return url.origin;
  const found = plain ? 'a URL with a path or more' : 'no plain URL of http or https (not shown)';
  throw wrong(
    'endpoint',
    found,
    'the store as in https://s3.example.org:9000, without a key, a path or a bucket',
  );
}

function notFour(parts: readonly string[], separator: string): ConfigError {
  const empty = parts.filter((part) => part === '').length;
  const found = `${parts.length} parts, ${empty} of them empty (not shown)`;
  return wrong(
    'connection_string',
    found,
    `${FORM} with ${JSON.stringify(separator)} between them. Where one of them has ${JSON.stringify(separator)} in it, choose another arguments_serarator`,
  );
}

function wrong(field: string, found: string, expected: string): ConfigError {
  return new ConfigError(`files_storage.${field}: found ${found}, expected ${expected}.`);
}
