import { donorNetwork, networkOf } from './donor-network.js';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::9', '2001:db8:1:2::/64'],
  ['2001:db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('hides the network behind the secret', () => {
  const hash = donorNetwork('secret', '203.0.113.7');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hash).toBe(donorNetwork('secret', '::ffff:203.0.113.7'));
  expect(hash).not.toBe(donorNetwork('secret', '203.0.113.8'));
  expect(hash).not.toBe(donorNetwork('other', '203.0.113.7'));
});
