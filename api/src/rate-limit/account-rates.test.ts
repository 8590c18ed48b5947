import { AccountRates } from './account-rates.js';
import { MemoryRateStore } from './memory-rate-store.js';

const request = () => ({ address: '203.0.113.7', ownerToken: 'x' });

it('counts a request once, however often it asks who it comes from', async () => {
  const rates = new AccountRates(new MemoryRateStore(() => 0), 2);
  const first = request();
  for (let n = 0; n < 5; n += 1) await rates.count(first, 'ada');
  await rates.count(request(), 'ada');
  await expect(rates.count(request(), 'ada')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await rates.count(request(), 'grace');
});

it('limits nothing when it is told so', async () => {
  const rates = new AccountRates(new MemoryRateStore(() => 0), 0);
  for (let n = 0; n < 100; n += 1) await rates.count(request(), 'ada');
});
