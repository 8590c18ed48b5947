import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { printEnvSample } from './env-sample.js';
import { ENVIRONMENT, readEnvironment } from './environment.js';

const API = join(import.meta.dirname, '../..');
const NAMES = Object.keys(ENVIRONMENT.shape);

it('is what api/.env.sample has', async () => {
  expect(await readFile(join(API, '.env.sample'), 'utf8')).toBe(printEnvSample());
});

it('sets nothing, and with every line taken in it sets the defaults', () => {
  expect(parseEnv(printEnvSample())).toEqual({});
  const all = parseEnv(printEnvSample().replaceAll(/^#(?=[A-Z_]+=)/gmu, ''));
  expect(Object.keys(all).sort()).toEqual(NAMES.toSorted());
  expect(readEnvironment(all as NodeJS.ProcessEnv)).toEqual(readEnvironment({}));
});

it('has the same settings as the page', async () => {
  const page = await readFile(join(API, 'README.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name);
  // The listener's address stands in the row of its port.
  expect([...rows, 'CAIRN_METRICS_BIND'].sort()).toEqual(NAMES.toSorted());
});
