import { DomainError } from '@cairn/shared-schema';
import { MemoryRateStore } from '../rate-limit/memory-rate-store.js';
import { ArchiveAllowance } from './archive-allowance.js';

let now: number;
let rates: MemoryRateStore;

beforeEach(() => {
  now = 0;
  rates = new MemoryRateStore(() => now);
});

const files = (count: number, size = 1) => Array.from({ length: count }, () => ({ size }));
const refused = new DomainError('INVALID_REQUEST', 'bad');
const limited = { code: 'RATE_LIMITED', details: { retryAfterSeconds: 30 } };

/** An archive of so many files that is read and then refused, or answered with what `end` does. */
function send(
  count: number,
  { from = '10.0.0.1', organization = 'one', size = 1, end = () => Promise.reject<unknown>(refused) } = {},
): Promise<unknown> {
  const allowance = new ArchiveAllowance(rates, organization, { address: from });
  return allowance.during(async () => {
    await allowance.take(files(count, size));
    return end();
  });
}

it('lets two of the largest be refused, then one more when their cost has worn off', async () => {
  for (let n = 0; n < 2; n += 1) await expect(send(10_000)).rejects.toBe(refused);
  await expect(send(1)).rejects.toMatchObject(limited);
  await expect(send(10_000, { organization: 'other' })).rejects.toBe(refused);
  now += 30_000;
  await expect(send(1)).rejects.toBe(refused);
  await expect(send(1)).rejects.toMatchObject(limited);
});

it('keeps the cost of receiving an archive that there is not enough left to read, and no more', async () => {
  for (let n = 0; n < 11; n += 1) await expect(send(1_000)).rejects.toBe(refused);
  // It would cost ten, of nine that are left.
  await expect(send(10_000)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(send(8_001)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(send(7_000)).rejects.toBe(refused);
  await expect(send(1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

it('counts large files as many', async () => {
  const size = 96 * 1024 * 1024;
  for (let n = 0; n < 2; n += 1) await expect(send(10, { size })).rejects.toBe(refused);
  await expect(send(1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

it('bounds the organizations of one network together', async () => {
  for (const organization of ['one', 'two', 'three'])
    for (let n = 0; n < 2; n += 1) await expect(send(10_000, { organization })).rejects.toBe(refused);
  await expect(send(1, { organization: 'four' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(send(1, { organization: 'four', from: '10.0.0.2' })).rejects.toBe(refused);
});

it.each<[string, () => Promise<unknown>]>([
  ['is good', () => Promise.resolve('done')],
  ['found the server busy', () => Promise.reject(new DomainError('SERVER_BUSY', 'full'))],
  ['met a defect', () => Promise.reject(new Error('disk'))],
])('gives back what an archive cost that %s', async (_what, end) => {
  for (let n = 0; n < 10; n += 1) await send(10_000, { end }).catch(() => {});
  expect(await send(10_000, { end: async () => 'read' })).toBe('read');
});
