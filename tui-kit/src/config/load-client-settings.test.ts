import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { loadClientSettings } from './load-client-settings.js';

async function withFile(content: string) {
  const folder = await temporaryFolder();
  const configFile = join(folder.path, 'dev.json');
  await writeFile(configFile, content);
  return { configFile, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('takes a flag before the environment before the file', async () => {
  await using file = await withFile(
    '{"program_distributor_url":"http://file","default_page_size":5,"max_page_size":10}',
  );
  const places = { env: { PROGRAM_DISTRIBUTOR_URL: 'http://env/' }, ...file };
  const flagged = await loadClientSettings({ ...places, flags: { server: 'http://flag' } });
  expect(flagged.serverUrl).toEqual({
    value: 'http://flag',
    origin: { source: 'flag', name: '--server' },
    overridden: [
      { source: 'environment', name: 'PROGRAM_DISTRIBUTOR_URL', value: 'http://env/' },
      { source: 'file', name: `program_distributor_url in ${file.configFile}`, value: 'http://file' },
    ],
  });
  const unflagged = await loadClientSettings(places);
  expect(unflagged.serverUrl.value).toBe('http://env');
  expect([unflagged.defaultPageSize.value, unflagged.maxPageSize.value]).toEqual([5, 10]);
});

test('has a default for each', async () => {
  const settings = await loadClientSettings({ configFile: '/nowhere/dev.json' });
  const values = Object.values(settings).map(({ value, origin }) => [value, origin.source]);
  expect(values).toEqual([
    ['http://127.0.0.1:8080', 'default'],
    [20, 'default'],
    [50, 'default'],
  ]);
});

test.each([
  ['{"default_page_size":51}', /^default_page_size in .* is 51$/u, 'a whole number from 1 to 50'],
  [
    '{"default_page_size":9,"max_page_size":8}',
    /^default_page_size .* is 9$/u,
    'at most max_page_size, which is 8',
  ],
  ['{"program_distributor_url":8080}', /address is "8080"$/u, 'an address like http://127.0.0.1:8080'],
  [
    '{"sever":1}',
    /has an unknown field sever$/u,
    'a JSON object with program_distributor_url, default_page_size, max_page_size',
  ],
  [
    '[]',
    /is no JSON object$/u,
    'a JSON object with program_distributor_url, default_page_size, max_page_size',
  ],
  [
    '{',
    /is not valid JSON: .+$/u,
    'a JSON object with program_distributor_url, default_page_size, max_page_size',
  ],
])('says what is wrong with %s', async (content, message, expected) => {
  await using file = await withFile(content);
  const loading = loadClientSettings(file);
  await expect(loading).rejects.toMatchObject({
    name: 'UsageError',
    expected,
    exitCode: 2,
    help: expect.any(String),
  });
  await expect(loading).rejects.toThrow(message);
});

test('does not judge what is overridden', async () => {
  const settings = await loadClientSettings({
    flags: { server: 'http://flag' },
    env: { PROGRAM_DISTRIBUTOR_URL: 'anything' },
  });
  expect(settings.serverUrl).toMatchObject({
    value: 'http://flag',
    overridden: [{ name: 'PROGRAM_DISTRIBUTOR_URL', value: 'anything' }],
  });
});
