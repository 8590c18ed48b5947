import { MemoryRateStore } from '../rate-limit/memory-rate-store.js';
import { LoginGuard } from './login-guard.js';

let now = 0;
let guard: LoginGuard;

beforeEach(() => {
  now = 1_000_000;
  guard = new LoginGuard(new MemoryRateStore(() => now));
});

const wrong = async () => null;
const right = async () => 'in';

async function fail(times: number, network: string, account: string): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await guard.attempt(network, account, wrong)).toBeNull();
}

const refusal = { code: 'RATE_LIMITED', details: { retryAfterSeconds: 90 } };

it('lets ten failures pass, then one every minute and a half', async () => {
  await fail(10, 'a', 'ada');
  await expect(guard.attempt('a', 'ada', right)).rejects.toMatchObject(refusal);
  now += 90_000;
  await fail(1, 'a', 'ada');
  await expect(guard.attempt('a', 'ada', right)).rejects.toMatchObject(refusal);
  now += 900_000;
  expect(await guard.attempt('a', 'ada', right)).toBe('in');
});

it('forgets failures after a success, and does not count successes', async () => {
  await fail(9, 'a', 'joan');
  for (let n = 0; n < 300; n += 1) expect(await guard.attempt('a', 'joan', right)).toBe('in');
  await fail(10, 'a', 'joan');
});

it('slows down a network that tries many accounts', async () => {
  for (let n = 0; n < 100; n += 1) await fail(1, 'a', `account ${n}`);
  await expect(guard.attempt('a', 'another', right)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await guard.attempt('b', 'another', right)).toBe('in');
});

it('slows down many networks that try one account, whether or not it exists', async () => {
  for (let n = 0; n < 100; n += 1) await fail(1, `network ${n}`, 'ada');
  await expect(guard.attempt('z', 'ada', right)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await guard.attempt('z', 'grace', right)).toBe('in');
});

it('counts attempts that are refused nowhere', async () => {
  await fail(10, 'a', 'ada');
  for (let n = 0; n < 200; n += 1) await guard.attempt('a', 'ada', wrong).catch(() => undefined);
  await fail(10, 'a', 'grace');
  await fail(10, 'b', 'ada');
});
