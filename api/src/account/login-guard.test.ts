import { MemoryRateStore } from '../rate-limit/memory-rate-store.js';
import { LoginGuard } from './login-guard.js';

let now = 0;
let guard: LoginGuard;

beforeEach(() => {
  now = 1_000_000;
  guard = new LoginGuard(new MemoryRateStore(() => now));
});

const by = (network: string, usernameKey: string, known = false) => ({
  network,
  usernameKey,
  isKnown: async () => known,
});
const wrong = async () => null;
const right = async () => 'in';

async function fail(times: number, network: string, account: string): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await guard.attempt(by(network, account), wrong)).toBeNull();
}

const refusal = { code: 'RATE_LIMITED', details: { retryAfterSeconds: 90 } };

it('lets ten failures pass, then one every minute and a half', async () => {
  await fail(10, 'a', 'ada');
  await expect(guard.attempt(by('a', 'ada'), right)).rejects.toMatchObject(refusal);
  now += 90_000;
  await fail(1, 'a', 'ada');
  await expect(guard.attempt(by('a', 'ada'), right)).rejects.toMatchObject(refusal);
  now += 900_000;
  expect(await guard.attempt(by('a', 'ada'), right)).toBe('in');
});

it('forgets failures after a success, and does not count successes', async () => {
  await fail(9, 'a', 'joan');
  for (let n = 0; n < 300; n += 1) expect(await guard.attempt(by('a', 'joan'), right)).toBe('in');
  await fail(10, 'a', 'joan');
});

it('slows down a network that tries many accounts', async () => {
  for (let n = 0; n < 100; n += 1) await fail(1, 'a', `account ${n}`);
  await expect(guard.attempt(by('a', 'another'), right)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await guard.attempt(by('b', 'another'), right)).toBe('in');
});

it('slows down many networks that try one account, whether or not it exists', async () => {
  for (let n = 0; n < 100; n += 1) await fail(1, `network ${n}`, 'ada');
  await expect(guard.attempt(by('z', 'ada'), right)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await guard.attempt(by('z', 'grace'), right)).toBe('in');
  // Strangers do not keep out who is logged in from elsewhere; its own guesses are limited all the same.
  for (let n = 0; n < 10; n += 1) expect(await guard.attempt(by('home', 'ada', true), wrong)).toBeNull();
  await expect(guard.attempt(by('home', 'ada', true), right)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await guard.attempt(by('office', 'ada', true), right)).toBe('in');
});

it('counts attempts that are refused nowhere', async () => {
  await fail(10, 'a', 'ada');
  for (let n = 0; n < 200; n += 1) await guard.attempt(by('a', 'ada'), wrong).catch(() => undefined);
  await fail(10, 'a', 'grace');
  await fail(10, 'b', 'ada');
});
