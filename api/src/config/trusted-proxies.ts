import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';

/** Addresses or networks of proxies whose word about the sender's address is believed. */
export const trustedProxies = z
  .array(z.string())
  .refine(canBeTrusted, 'expected IP addresses or networks such as 10.0.0.0/8, loopback or uniquelocal');

function canBeTrusted(proxies: string[]): boolean {
  try {
    proxyAddr.compile(proxies);
    return true;
  } catch {
    return false;
  }
}
