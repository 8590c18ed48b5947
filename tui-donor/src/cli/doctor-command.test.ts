import { join } from 'node:path';
import { startApi, temporaryFolder } from '@cairn/tui-kit/test';
import { compareClocks } from '../doctor/checks/check-clock.js';
import { checkGovernor } from '../doctor/checks/check-governor.js';
import { checkMemory } from '../doctor/checks/check-memory.js';
import type { Finding } from '../doctor/finding.js';
import type { Sample } from '../governor/sample.js';
import { DonorProcess } from '../test/donor-process.js';
import { nobody } from '../test/nobody.js';
import { governorSettings } from '../test/unbound-governor.js';

/** What the doctor says, by the names of the checks. */
async function examine(exitCode: number, args: string[], env: Record<string, string> = {}) {
  await using folder = await temporaryFolder();
  const where = args.includes('--data-dir') ? [] : ['--data-dir', join(folder.path, 'donor')];
  const command = new DonorProcess(['doctor', '--json', ...where, ...args], env);
  await command.end(exitCode);
  const findings = command.lines as unknown as Finding[];
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
}

test('finds everything well where it is', async () => {
  const api = await startApi();
  const env = {
    CAIRN_DONOR_ON_BATTERY: 'work',
    CAIRN_DONOR_FREE_MEMORY: 'none',
    CAIRN_DONOR_MAX_MEMORY: '8G',
  };
  const found = await examine(0, ['--server', api.url], env).finally(() => api.stop());
  expect(Object.keys(found)).toEqual([
    'Node',
    'prover',
    'memory',
    'data folder',
    'server',
    'clock',
    'governor',
  ]);
  expect(found.server).toMatchObject({
    verdict: 'good',
    found: expect.stringContaining(`${api.url} answered in`),
  });
  expect(found.prover?.found).toContain('cairn-prover');
  expect(found.clock?.verdict).toBe('good');
}, 60_000);

test('says what is wrong and how to mend it', async () => {
  const server = await nobody();
  const env = {
    CAIRN_PROVER: '/nowhere/prover',
    CAIRN_DONOR_MAX_MEMORY: '1G',
    CAIRN_DONOR_PAUSE_FOR: 'node,jest',
  };
  const found = await examine(1, ['--server', server, '--data-dir', '/dev/null/donor'], env);
  expect(found.prover).toMatchObject({
    verdict: 'problem',
    found: expect.stringContaining('/nowhere/prover'),
  });
  expect(found.memory).toMatchObject({
    verdict: 'problem',
    help: expect.stringContaining('config set max_memory'),
  });
  expect(found['data folder']).toMatchObject({
    verdict: 'problem',
    help: expect.stringContaining('--data-dir'),
  });
  expect(found.server).toMatchObject({
    verdict: 'problem',
    found: expect.stringContaining('connection refused'),
  });
  expect(found.clock?.verdict).toBe('hint');
  expect(found.governor).toMatchObject({
    verdict: 'hint',
    found: expect.stringContaining('would pause now: node'),
  });
});

test.each<[string, Partial<Sample>, string]>([
  ['heat', { temperature: 95 }, 'the processor has 95 °C'],
  ['little free memory', { freeMemory: 1e8 }, 'of memory are free'],
  ['the use of other programs', { otherCpus: 1.5 }, 'other programs use 1.50 CPUs'],
])('names %s at the first look', (_, measured, found) => {
  const limits = { cpus: 1, otherCpus: 0.5, freeMemory: 1e9 };
  const settings = governorSettings({ inUse: limits, idle: limits, maxTemperature: 90 });
  const sample = { at: 0, time: 0, minuteOfWeek: 0, ...measured };
  expect(checkGovernor(settings, sample)).toMatchObject({
    verdict: 'hint',
    found: expect.stringContaining(found),
  });
});

test.each([
  [30_000, 'problem', '30 s ahead of the server'],
  [-90_000, 'problem', '1 min 30 s behind the server'],
  [5000, 'good', 'agrees with the server'],
])('compares clocks that are %i ms apart', (apart, verdict, found) => {
  expect(compareClocks(1e12 + apart, 1e12)).toMatchObject({ verdict, found: expect.stringContaining(found) });
});

test.each([
  [null, 8e9, 'good'],
  [4e9, 8e9, 'good'],
  [1e9, 8e9, 'problem'],
  [null, 1e9, 'problem'],
])('with a limit of %p and %p bytes free, memory is %s', (maxMemory, free, verdict) => {
  expect(checkMemory({ maxMemory }, free).verdict).toBe(verdict);
});
