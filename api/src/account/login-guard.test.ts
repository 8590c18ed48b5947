import { LoginGuard } from './login-guard.js';

let now = 0;
const guard = new LoginGuard(() => now);

beforeEach(() => {
  now = 1_000_000;
});

function fail(times: number, account: string): void {
  for (let n = 0; n < times; n += 1) guard.failed('203.0.113.7', account);
}

it('lets ten failures pass, then asks to wait', () => {
  fail(9, 'ada');
  guard.check('203.0.113.7', 'ada');
  fail(1, 'ada');
  expect(() => guard.check('203.0.113.7', 'ada')).toThrow(
    expect.objectContaining({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 900 } }),
  );
  now += 900_000;
  guard.check('203.0.113.7', 'ada');
});

it('counts each address and each account for itself', () => {
  fail(10, 'grace');
  guard.check('203.0.113.8', 'grace');
  guard.check('203.0.113.7', 'alan');
});

it('forgets failures after a success', () => {
  fail(10, 'joan');
  guard.succeeded('203.0.113.7', 'joan');
  fail(1, 'joan');
  guard.check('203.0.113.7', 'joan');
});
