import { BlockList, isIP } from 'node:net';
import os from 'node:os';

/** Not the public internet: this machine, its networks, and what stands for other addresses (RFC 6890 and its successors). */
const REFUSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Of IPv6 only 2000::/3 is the internet, and within it these lead elsewhere: Teredo, documentation, 6to4. */
const INTERNET_V6 = '2000::/3';
const REFUSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Whether an address belongs to the public internet, and not to this machine. */
export function isForWebhooks(address: string): boolean {
  return isPublicAddress(address) && !isOwnAddress(address);
}

function isOwnAddress(address: string): boolean {
  const own = Object.values(os.networkInterfaces()).flatMap((all) => all ?? []);
  const list = new BlockList();
  for (const one of own)
    list.addAddress(one.address.split('%')[0] ?? '', one.family === 'IPv4' ? 'ipv4' : 'ipv6');
  return list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !listOf(REFUSED_V4, 'ipv4').check(address, 'ipv4');
  if (family !== 6) return false;
  return (
    listOf([INTERNET_V6], 'ipv6').check(address, 'ipv6') && !listOf(REFUSED_V6, 'ipv6').check(address, 'ipv6')
  );
}

/** Whether a URL's host is this machine by its name. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
