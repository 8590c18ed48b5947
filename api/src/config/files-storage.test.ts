import { ConfigError } from './config-error.js';
import { readFilesStorage } from './files-storage.js';

const settings = (connection_string: string, arguments_serarator = ':', endpoint = '') => ({
  connection_string,
  arguments_serarator,
  endpoint,
});

it('keeps files on disk when nothing is set', () => {
  expect(readFilesStorage(settings(''))).toEqual({ kind: 'disk' });
});

it.each([
  [settings('eu-central-1:files:KEY:SECRET'), { region: 'eu-central-1', keySecret: 'SECRET' }],
  [settings('eu-central-1|files|KEY|a:b/c+d=', '|'), { keySecret: 'a:b/c+d=' }],
  [settings('us-east-1 and files and KEY and S', ' and '), { bucket: 'files' }],
  [settings('us-east-1:files:KEY:S', ':', 'http://127.0.0.1:9000/'), { endpoint: 'http://127.0.0.1:9000' }],
  [settings('us-east-1:files:KEY:S', ':', 'https://s3.example.org'), { endpoint: 'https://s3.example.org' }],
])('reads %j', (given, found) => {
  expect(readFilesStorage(given)).toMatchObject({ kind: 's3', bucket: 'files', keyId: 'KEY', ...found });
});

it('has no endpoint where none is set: the region names it', () => {
  expect(readFilesStorage(settings('eu-central-1:files:KEY:SECRET'))).not.toHaveProperty('endpoint');
});

const GOOD = 'eu-central-1:files:KEY:hush-hush';

it.each([
  [
    settings('eu-central-1:files:KEY'),
    'connection_string: found 3 parts, 0 of them empty (not shown), expected region',
  ],
  [
    settings('eu-central-1:files:KEY:hush:hush'),
    'found 5 parts, 0 of them empty (not shown), expected region, bucket',
  ],
  [settings('eu-central-1:files::hush'), 'found 4 parts, 1 of them empty (not shown)'],
  [settings(GOOD, '|'), 'found 1 parts'],
  [settings(GOOD, ''), 'arguments_serarator: found nothing, expected what separates'],
  [
    settings('Frankfurt am Main:files:KEY:hush'),
    'found the region "Frankfurt am Main", expected one such as',
  ],
  [settings('eu-central-1:../files:KEY:hush'), 'found the bucket "../files", expected 3 to 63 small letters'],
  [
    settings('', ':', 'http://127.0.0.1:9000'),
    'connection_string: found nothing beside files_storage.endpoint',
  ],
  [settings(GOOD, ':', 'http://me:hush@store'), 'endpoint: found no plain URL of http or https (not shown)'],
  [settings(GOOD, ':', 'ftp://store'), 'endpoint: found no plain URL of http or https'],
  [settings(GOOD, ':', 'store:9000'), 'endpoint: found no plain URL of http or https'],
  [
    settings(GOOD, ':', 'http://store/files'),
    'endpoint: found a URL with a path or more, expected the store as in',
  ],
])('says what is wrong with %j, and shows no secret', (given, message) => {
  const read = () => readFilesStorage(given);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(message);
  expect(read).not.toThrow('hush');
});
