import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/iu;

/**
 * The part of an address that one person cannot change at will: the whole of an IPv4 address, the first 64 bits of an
 * IPv6 address (the rest is the subscriber's own to choose).
 */
export function networkOf(address: string): string {
  const plain = MAPPED_IPV4.exec(address)?.[1] ?? address;
  return isIPv6(plain) ? `${firstFourGroups(plain)}::/64` : plain;
}

/**
 * What tells donors apart: a keyed hash of their network. Client keys would not do, since anybody can make as many of
 * those as they like; people behind one address count as one donor.
 */
export function donorNetwork(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`donor-network\n${networkOf(address)}`)
    .digest('hex');
}

function firstFourGroups(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':');
}
